import { AuditOutlined } from '@ant-design/icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { listProposals, type Proposal } from '../../api/studio.ts';
import { may } from '../../app/may.ts';
import { useMe } from '../../app/session.tsx';
import { withWords } from '../../i18n/screens.tsx';
import { Moment } from '../../ui/Moment.tsx';
import { Empty, Failed, Loading } from '../../ui/states.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { StudioFrame } from './StudioFrame.tsx';
import { stateTone } from './words.ts';

function Row({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation();
  return (
    <tr>
      <td><Link to="/studio/proposals/$id" params={{ id: String(proposal.id) }} className="number">#{proposal.id}</Link></td>
      <td><Tag tone={stateTone[proposal.state]}>{t(`studio.state.${proposal.state}`)}</Tag></td>
      <td>{t(`studio.wish.${proposal.kind}`)}{proposal.source === 'MODELER' && <> <Tag>Camunda Modeler</Tag></>}</td>
      <td className="cell-words">{proposal.note}</td>
      <td>{proposal.byName} · <Moment at={proposal.at} shop={undefined} /></td>
      <td>{proposal.decidedName && <>{proposal.decidedName} · <Moment at={proposal.decidedAt} shop={undefined} /></>}</td>
    </tr>
  );
}

const columns = ['number', 'state', 'wish', 'note', 'by', 'decided'];

/** What owners want changed: what waits for a second person, and what became of the rest. */
function ProposalsPage() {
  const { t } = useTranslation();
  const found = useInfiniteQuery({
    queryKey: ['studio', 'proposals'], queryFn: ({ pageParam }) => listProposals(pageParam), initialPageParam: null as number | null, getNextPageParam: (page) => page.next, enabled: may(useMe(), 'studio'),
  });
  const rows = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <StudioFrame>
      {found.isPending ? <Loading /> : found.isError ? <Failed cause={found.error} again={() => void found.refetch()} /> : rows.length ? (
        <div className="table-frame">
          <table className="table">
            <thead><tr>{columns.map((column) => <th key={column} scope="col">{t(`studio.col.${column}`)}</th>)}</tr></thead>
            <tbody>{rows.map((proposal) => <Row key={proposal.id} proposal={proposal} />)}</tbody>
          </table>
          {found.hasNextPage && <Button className="more" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>{t('cases.more')}</Button>}
        </div>
      ) : <Empty icon={<AuditOutlined />} title={t('studio.noProposals')}>{t('studio.noProposalsText')}</Empty>}
    </StudioFrame>
  );
}

export default withWords('studio', ProposalsPage);
