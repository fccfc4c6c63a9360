import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { listBehind, type Figure, type Found, type Look } from '../../api/cockpit.ts';
import { Amount } from '../../ui/Amount.tsx';
import { said } from '../../ui/bilingual.ts';
import { Moment } from '../../ui/Moment.tsx';
import { Empty, Failed, Loading } from '../../ui/states.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { stateTone } from '../cases/words.ts';
import { durationText } from './figures.ts';

type Column = 'case' | 'kind' | 'state' | 'words' | 'promise' | 'due' | 'took' | 'lateBy' | 'amount' | 'opened' | 'closed' | 'answered' | 'paid';
const opened: Column[] = ['case', 'kind', 'state', 'words', 'opened'];
const closed: Column[] = ['case', 'kind', 'state', 'words', 'took', 'closed'];
const columns: Record<Figure, Column[]> = {
  opened, reopened: opened, backlog: opened, closed, handled: closed, byItself: closed, broken: ['case', 'kind', 'promise', 'due', 'lateBy', 'state'],
  answered: ['case', 'kind', 'state', 'took', 'answered'], refunds: ['case', 'kind', 'state', 'amount', 'paid'],
};

function Cell({ of, column }: { of: Found; column: Column }) {
  const { t, i18n } = useTranslation();
  switch (column) {
    case 'case': return of.caseNumber ? <Link to="/cases/$number" params={{ number: of.caseNumber }} className="number">{of.caseNumber}</Link> : <>–</>;
    case 'kind': return t(`kind.${of.kind}`, of.kind);
    case 'state': return of.state && <><Tag tone={stateTone[of.state as keyof typeof stateTone]}>{t(`caseState.${of.state}`, of.state)}</Tag> {of.outcome && <small>{t(`outcome.${of.outcome}`, of.outcome)}</small>}</>;
    case 'words': return of.words;
    case 'promise': return of.clock ? t([`next.clock.${of.clock}`, 'next.clock.other']) : said(i18n.language, of.stepZh, of.stepEn);
    case 'due': return of.dueAt && <Moment at={of.dueAt} shop={of.shop} />;
    case 'took': case 'lateBy': return durationText(of.took, t, i18n.language);
    case 'amount': return of.minor !== null && of.currency && <Amount of={{ minor: of.minor, currency: of.currency }} strong />;
    default: return <Moment at={of.at} shop={of.shop} />;
  }
}

/** The cases behind one of the figures. */
export function Behind({ look, figure, currency }: { look: Look; figure: Figure; currency?: string }) {
  const { t } = useTranslation();
  const found = useInfiniteQuery({
    queryKey: ['cockpit', 'behind', look, figure, currency], queryFn: ({ pageParam }) => listBehind(look, figure, currency, pageParam), initialPageParam: null as string | null, getNextPageParam: (page) => page.next,
  });
  const rows = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className="needs-list" aria-label={t('cockpit.behind', { name: t(`cockpit.tile.${figure}`) })}>
      {found.isPending ? <Loading /> : found.isError ? <Failed cause={found.error} again={() => void found.refetch()} /> : rows.length ? (
        <div className="table-frame">
          <table className="table">
            <caption>{t('cockpit.behind', { name: t(`cockpit.tile.${figure}`) })}</caption>
            <thead><tr>{columns[figure].map((column) => <th key={column} scope="col">{t(`cockpit.col.${column}`)}</th>)}</tr></thead>
            <tbody>{rows.map((row) => <tr key={row.key}>{columns[figure].map((column) => <td key={column} className={column === 'words' ? 'cell-words' : undefined}><Cell of={row} column={column} /></td>)}</tr>)}</tbody>
          </table>
          {found.hasNextPage && <Button className="more" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>{t('cases.more')}</Button>}
        </div>
      ) : <Empty title={t('cockpit.noneBehind')} />}
    </section>
  );
}
