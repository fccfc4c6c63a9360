import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readDispute, type Dispute, type DisputeFolder } from '../../api/disputes.ts';
import type { CaseHead } from '../../api/types.ts';
import { may } from '../../app/may.ts';
import { useMe } from '../../app/session.tsx';
import { withWords } from '../../i18n/screens.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { said } from '../../ui/bilingual.ts';
import { FaultNote } from '../../ui/FaultNote.tsx';
import { Moment } from '../../ui/Moment.tsx';
import { SlaClock } from '../../ui/SlaClock.tsx';
import { Tag, type Tone } from '../../ui/Tag.tsx';
import { Fact } from '../cases/Fact.tsx';
import { Checklist } from './Checklist.tsx';
import { Packs } from './Packs.tsx';

const VerdictDialog = lazy(() => import('./VerdictDialog.tsx'));
const MoneyDialog = lazy(() => import('./MoneyDialog.tsx'));
const tones: Record<string, Tone> = { WON: 'green', LOST: 'red', PART: 'amber' };
const ENOUGH = 20;
const waits = ['ANSWERED', 'DEFAULTED', 'ANSWERING', 'OPEN'];

function Standing({ folder, dispute, shop }: { folder: DisputeFolder; dispute: Dispute; shop: string }) {
  const { t, i18n } = useTranslation();
  const { advice, position, times } = dispute;
  const open = dispute.state === 'OPEN' || dispute.state === 'ANSWERING';
  return (
    <dl className="facts">
      <Fact told name={t('dispute.what')}>{t(`dispute.kind.${dispute.kind}`)} · {t(`dispute.reason.${dispute.reason}`, dispute.reason)} <span className="number">{dispute.matter}</span></Fact>
      <Fact name={t('dispute.due')}><Moment at={times.dueAt} shop={shop} /> {open && <SlaClock dueAt={times.dueAt} />} <small>{t(!times.told ? 'dispute.ownRule' : folder.byCard ? 'dispute.toldByBank' : 'dispute.toldByPlatform')}</small></Fact>
      <Fact told name={t('dispute.words')}>{dispute.words && <blockquote>{dispute.words}</blockquote>}</Fact>
      <Fact told name={t('dispute.proposal')}>{advice.strategy && <><b>{t(`dispute.position.${advice.strategy}`)}</b> <small>{said(i18n.language, folder.strategyGroundZh, folder.strategyGroundEn)}</small></>}</Fact>
      <Fact told name={t('dispute.past')}>{t('dispute.pastText', { decided: advice.pastDecided, won: advice.pastWon })} {advice.pastDecided < ENOUGH && <small>{t('dispute.few')}</small>}</Fact>
      <Fact told name={t('dispute.decided')}>{position.what && <><b>{t(`dispute.position.${position.what}`)}</b> {position.note} <small>{[position.by, position.secondBy].filter(Boolean).join(' + ')}</small></>}</Fact>
      <Fact told name={t('dispute.sent')}>{folder.sent.length > 0 && folder.sent.map((each) => <span key={each.number} className="number">{t(`dispute.sentWord.${each.what}`)} {each.number} {each.reference} <Tag tone={each.state === 'DONE' ? 'green' : 'blue'}>{t(`dispute.sentState.${each.state}`, each.state)}</Tag> </span>)}</Fact>
      <Fact told name={t('dispute.verdict')}>{dispute.verdict && <><Tag tone={tones[dispute.verdict.verdict]}>{t(`dispute.verdictWord.${dispute.verdict.verdict}`)}</Tag> {dispute.verdict.words}</>}</Fact>
      <Fact name={t('dispute.appealBy')}>{times.appealBy && dispute.state === 'DECIDED' && <Moment at={times.appealBy} shop={shop} />}</Fact>
    </dl>
  );
}

function Money({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation();
  return (
    <dl className="facts">
      {(['amount', 'withheld', 'returned', 'lost', 'fee'] as const).map((part) => <Fact key={part} name={t(`dispute.money.${part}`)}><Amount of={dispute.money[part]} strong={part === 'amount'} /></Fact>)}
    </dl>
  );
}

/** A dispute: until when it must be answered, what is missing, the pack, the verdict and the money. */
function DisputeCard({ head }: { head: CaseHead }) {
  const { t } = useTranslation();
  const [telling, setTelling] = useState(false);
  const [correcting, setCorrecting] = useState(false);
  const me = useMe();
  const worker = may(me, 'disputes');
  const folder = useQuery({ queryKey: ['case', head.number, 'dispute'], queryFn: () => readDispute(head.number) });
  if (folder.error) return <section className="card"><h3>{t('dispute.title')}</h3><FaultNote cause={folder.error} /></section>;
  const dispute = folder.data?.dispute;
  if (!folder.data || !dispute) return null;
  const mayTell = worker && !folder.data.byCard && waits.includes(dispute.state);
  return (
    <section className="card" aria-label={t('dispute.title')}>
      <h3>{t('dispute.title')} <Tag tone={dispute.state === 'DEFAULTED' ? 'red' : 'blue'}>{t(`dispute.state.${dispute.state}`, dispute.state)}</Tag> {dispute.round > 1 && <Tag>{t('dispute.round', { n: dispute.round })}</Tag>} {mayTell && <Button size="small" type="text" onClick={() => setTelling(true)}>{t('dispute.tell')}</Button>}</h3>
      <Standing folder={folder.data} dispute={dispute} shop={head.shop} />
      <Checklist folder={folder.data} number={head.number} editable={worker && (dispute.state === 'OPEN' || dispute.state === 'ANSWERING')} />
      <Packs packs={folder.data.packs} number={head.number} shop={head.shop} />
      <h4>{t('dispute.moneyTitle')} {may(me, 'disputeMoney') && !folder.data.byCard && <Button size="small" type="text" onClick={() => setCorrecting(true)}>{t('dispute.correct', { currency: dispute.money.amount.currency })}</Button>}</h4>
      <Money dispute={dispute} />
      {folder.data.byCard && <p className="quiet">{t('dispute.byCard')}</p>}
      <Suspense fallback={null}>
        {telling && <VerdictDialog dispute={dispute} close={() => setTelling(false)} />}
        {correcting && <MoneyDialog dispute={dispute} close={() => setCorrecting(false)} />}
      </Suspense>
    </section>
  );
}

export default withWords('disputes', DisputeCard);
