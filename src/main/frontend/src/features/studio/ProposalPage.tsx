import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { problemOf } from '../../api/http.ts';
import { readProposal, type Proposed, type Touched } from '../../api/studio.ts';
import { may } from '../../app/may.ts';
import { useMe } from '../../app/session.tsx';
import { withWords } from '../../i18n/screens.tsx';
import { said } from '../../ui/bilingual.ts';
import { Moment } from '../../ui/Moment.tsx';
import { Empty, Failed, Loading } from '../../ui/states.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { Changes } from './Changes.tsx';
import { Decision } from './Decision.tsx';
import { StudioFrame } from './StudioFrame.tsx';
import { Looked } from './Looked.tsx';
import { stateTone } from './words.ts';

function File({ touched, open }: { touched: Touched; open: boolean }) {
  const { t, i18n } = useTranslation();
  return (
    <section className="card touched" aria-label={touched.file}>
      <h2>{said(i18n.language, touched.title.zh, touched.title.en)} <code>{touched.file}</code> {open && touched.moved && <Tag tone="red">{t('studio.moved')}</Tag>}</h2>
      <Changes of={touched.changes} />
      <p className="quiet">{touched.running > 0 ? t('studio.impact', { count: touched.running }) : t('studio.noImpact')}</p>
      <Looked touched={touched} />
    </section>
  );
}

function Page({ proposed }: { proposed: Proposed }) {
  const { t } = useTranslation();
  const { proposal, files } = proposed;
  return (
    <div className="proposal">
      <div className="model-head">
        <h2>{t(`studio.wish.${proposal.kind}`)} #{proposal.id}</h2>
        <Tag tone={stateTone[proposal.state]}>{t(`studio.state.${proposal.state}`)}</Tag>
        {proposal.source === 'MODELER' && <Tag>Camunda Modeler</Tag>}
      </div>
      <section className="card">
        <p className="proposal-note">{proposal.note}</p>
        <p className="quiet">{t('studio.proposedBy', { name: proposal.byName })} <Moment at={proposal.at} shop={undefined} />{proposal.decidedName && <> · {t(`studio.did.${proposal.state}`, { name: proposal.decidedName })} <Moment at={proposal.decidedAt} shop={undefined} /></>}</p>
        {proposal.reason && <p>{t('studio.reason')}{proposal.reason}</p>}
        {proposal.state === 'OPEN' && <Decision proposed={proposed} />}
      </section>
      {files.map((touched) => <File key={touched.name} touched={touched} open={proposal.state === 'OPEN'} />)}
    </div>
  );
}

/** What an owner proposed, in words; the second person decides here. */
function ProposalPage() {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/studio/proposals/$id' });
  const proposal = useQuery({ queryKey: ['studio', 'proposal', id], queryFn: () => readProposal(id), enabled: may(useMe(), 'studio') });
  return (
    <StudioFrame>
      {proposal.isPending ? <Loading /> : proposal.isError ? (problemOf(proposal.error).status === 404 ? <Empty title={t('studio.noProposal')} /> : <Failed cause={proposal.error} again={() => void proposal.refetch()} />) : <Page proposed={proposal.data} />}
    </StudioFrame>
  );
}

export default withWords('studio', ProposalPage);
