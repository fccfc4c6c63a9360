import { CloudDownloadOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '../../api/http.ts';
import { listDays, takeBill, type Day } from '../../api/payments.ts';
import { may } from '../../app/may.ts';
import { useNotice } from '../../app/notices.tsx';
import { useMe, useShop } from '../../app/session.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { Empty, Failed, Loading } from '../../ui/states.tsx';
import { Moment } from '../../ui/Moment.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { ageText, daysBack } from './days.ts';

const fortnight = 14;

function Row({ row, chosen, refetch, busy }: { row: Day; chosen: boolean; refetch: (() => void) | null; busy: boolean }) {
  const { t } = useTranslation();
  const shop = useShop(row.shop);
  const age = ageText(row.mismatchAgeP99Seconds);
  return (
    <tr className={chosen ? 'on' : ''}>
      <td><Link to="/reconciliation" search={{ day: row.day, provider: row.provider, shop: row.shop }} className="number">{row.day}</Link></td>
      <td>{t(`provider.${row.provider}`, row.provider)}</td>
      <td>{shop.name}</td>
      <td className="right number">{row.lines}</td>
      <td className="right"><Amount of={row.value} /></td>
      <td className="right">{row.matchedPercent === null ? '–' : `${row.matchedPercent}%`}</td>
      <td className="right">{row.mismatches}</td>
      <td className="right">{row.open > 0 ? <Tag tone="red">{row.open} · <Amount of={row.openValue} /></Tag> : <Tag tone="green">0</Tag>}</td>
      <td className="right">{row.open > 0 && age ? t(age.key, age.values) : '–'}</td>
      <td>{row.statementTakenAt ? <Moment at={row.statementTakenAt} shop={row.shop} /> : <span className="risk-text">{t('recon.noBill')}</span>} {refetch && <Button size="small" type="text" icon={<CloudDownloadOutlined />} loading={busy} onClick={refetch} aria-label={t('recon.take', { day: row.day })} title={t('recon.take', { day: row.day })} />}</td>
    </tr>
  );
}

const columns = ['day', 'provider', 'shop', 'lines', 'value', 'matched', 'mismatches', 'open', 'age', 'bill'] as const;
const toTheRight: readonly string[] = ['lines', 'value', 'matched', 'mismatches', 'open', 'age'];

/** One row a day, shop and provider: how much moved, how much of it agrees, what is open. */
export function Days() {
  const { t } = useTranslation();
  const notice = useNotice();
  const client = useQueryClient();
  const mayTake = may(useMe(), 'takeBill');
  const chosen = useSearch({ from: '/reconciliation' });
  const [back, setBack] = useState(fortnight);
  const [now] = useState(() => new Date());
  const days = useQuery({ queryKey: ['reconciliation', 'days', back], queryFn: () => listDays(daysBack(now, back), daysBack(now, 0)), placeholderData: (old) => old });
  const take = useMutation({
    mutationFn: ({ day, provider, shop }: Day) => takeBill({ day, provider, shop }),
    onSuccess: ({ day, statements }) => {
      void notice.success(t('recon.taken', { day, lines: statements.reduce((sum, each) => sum + each.accepted, 0) }));
      void client.invalidateQueries({ queryKey: ['reconciliation'] });
    },
    onError: (cause) => void notice.error(problemOf(cause).detail ?? t('fault.serverText')),
  });
  if (days.isPending) return <Loading />;
  if (days.isError) return <Failed cause={days.error} again={() => void days.refetch()} />;
  const isChosen = (row: Day) => row.day === chosen.day && row.provider === chosen.provider && row.shop === chosen.shop;
  const isTaken = (row: Day) => take.isPending && take.variables === row;
  return (
    <section aria-label={t('recon.days')}>
      <div className="recon-head"><h2>{t('recon.days')}</h2><Button size="small" loading={days.isFetching} onClick={() => setBack(back + fortnight)}>{t('recon.earlier')}</Button></div>
      {days.data.length ? (
        <div className="table-frame">
          <table className="table">
            <thead><tr>{columns.map((column) => <th key={column} scope="col" className={toTheRight.includes(column) ? 'right' : ''}>{t(`recon.col.${column}`)}</th>)}</tr></thead>
            <tbody>{days.data.map((row) => <Row key={row.shop + row.provider + row.day} row={row} chosen={isChosen(row)} busy={isTaken(row)} refetch={mayTake ? () => take.mutate(row) : null} />)}</tbody>
          </table>
        </div>
      ) : <Empty title={t('recon.noDays')}>{t('recon.noDaysText')}</Empty>}
    </section>
  );
}
