import { DownloadOutlined, TrophyOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Checkbox, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readScores, scoreTable, type Look, type Score } from '../../api/claims.ts';
import { useShop } from '../../app/session.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { Empty, Failed, Loading } from '../../ui/states.tsx';
import { days, percent } from './words.ts';

const columns = ['carrier', 'parcels', 'faults', 'rate', 'claimed', 'agreed', 'received', 'answer', 'refused'] as const;
const periods = [30, 90, 365] as const;
const day = 86_400_000;
const dayText = (at: number) => new Date(at).toISOString().slice(0, 10);

function Row({ row }: { row: Score }) {
  const { t } = useTranslation();
  const shop = useShop(row.shop);
  const search = { state: 'all', carrier: row.carrier, ...(row.region === null ? {} : { region: row.region }), ...(row.fault ? { fault: row.fault } : {}) };
  return (
    <tr>
      <td>
        <Link className="score-carrier" to="/claims" search={search} title={t('claims.score.drill')}>{t(`carrier.${row.carrier}`, row.carrier)}</Link>
        {row.region !== null && <small> {row.region || t('claims.noRegion')}</small>} {row.fault && <small> {t(`claims.fault.${row.fault}`)}</small>} <small className="quiet">{shop.name}</small>
      </td>
      <td className="right number">{row.parcels ?? '–'}</td>
      <td className="right number">{row.faults}</td>
      <td className="right">{row.parcels === null ? '–' : percent(row.faults, row.parcels)}</td>
      <td className="right"><Amount of={row.claimed} /></td>
      <td className="right"><Amount of={row.agreed} /></td>
      <td className="right"><Amount of={row.received} strong /> <small>{percent(row.received.minor, row.claimed.minor)}</small></td>
      <td className="right">{days(row.daysToAnswer)}</td>
      <td className="right">{percent(row.denied, row.answered)}</td>
    </tr>
  );
}

/** How carriers do; each row leads to its claims. */
export function Scorecard() {
  const { t } = useTranslation();
  const [back, setBack] = useState<number>(90);
  const [split, setSplit] = useState({ byRegion: false, byFault: false });
  const [now] = useState(() => Date.now());
  const look: Look = { from: dayText(now - back * day), to: dayText(now), ...split };
  const scores = useQuery({ queryKey: ['claims', 'scores', look], queryFn: () => readScores(look), placeholderData: (old) => old });
  return (
    <>
      <div className="claims-bar">
        <Segmented value={back} aria-label={t('claims.score.period')} options={periods.map((value) => ({ value, label: t('claims.score.days', { count: value }) }))} onChange={setBack} />
        <Checkbox checked={split.byRegion} onChange={(event) => setSplit({ ...split, byRegion: event.target.checked })}>{t('claims.score.byRegion')}</Checkbox>
        <Checkbox checked={split.byFault} onChange={(event) => setSplit({ ...split, byFault: event.target.checked })}>{t('claims.score.byFault')}</Checkbox>
        <Button size="small" icon={<DownloadOutlined />} href={scoreTable(look)} download>{t('claims.score.table')}</Button>
      </div>
      {scores.isPending ? <Loading /> : scores.isError ? <Failed cause={scores.error} again={() => void scores.refetch()} /> : scores.data.length ? (
        <div className="table-frame">
          <table className="table">
            <thead><tr>{columns.map((column) => <th key={column} scope="col" className={column === 'carrier' ? '' : 'right'}>{t(`claims.score.col.${column}`)}</th>)}</tr></thead>
            <tbody>{scores.data.map((row) => <Row key={[row.shop, row.carrier, row.region, row.fault, row.currency].join('/')} row={row} />)}</tbody>
          </table>
        </div>
      ) : <Empty icon={<TrophyOutlined />} title={t('claims.score.none')}>{t('claims.score.noneText')}</Empty>}
    </>
  );
}
