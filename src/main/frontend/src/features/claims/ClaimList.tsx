import { FileProtectOutlined } from '@ant-design/icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Input, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { claimStates, faults, findClaims, type Claim } from '../../api/claims.ts';
import { Amount } from '../../ui/Amount.tsx';
import { SlaClock } from '../../ui/SlaClock.tsx';
import { Empty, Failed, Loading } from '../../ui/states.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { Pick } from './Pick.tsx';
import { useCarriers } from './useCarriers.ts';
import { tones } from './words.ts';

const columns = ['claim', 'what', 'state', 'claimed', 'agreed', 'received', 'due', 'case'] as const;
const toTheRight: readonly string[] = ['claimed', 'agreed', 'received'];

function Row({ claim }: { claim: Claim }) {
  const { t } = useTranslation();
  return (
    <tr>
      <td><Link to="/claims/$claimNo" params={{ claimNo: claim.claimNo }} className="number claim-no">{claim.claimNo}</Link></td>
      <td>{t(`carrier.${claim.carrier}`, claim.carrier)} · {t(`claims.fault.${claim.fault}`)} <small className="number">{claim.waybill}</small></td>
      <td><Tag tone={tones[claim.state]}>{t(`claims.state.${claim.state}`)}</Tag>{claim.conflict && <Tag tone="red">{t('claims.conflict')}</Tag>}</td>
      <td className="right"><Amount of={claim.money.claimed} /></td>
      <td className="right"><Amount of={claim.money.agreed} /></td>
      <td className="right"><Amount of={claim.money.received} strong /></td>
      <td>{claim.times.dueAt && <SlaClock dueAt={claim.times.dueAt} />}</td>
      <td><Link to="/cases/$number" params={{ number: claim.caseNumber }} className="number">{claim.caseNumber}</Link></td>
    </tr>
  );
}

/** Claims, narrowed by what stands in the address. */
export function ClaimList() {
  const { t } = useTranslation();
  const { q = '', state = 'open', carrier, fault, region, due } = useSearch({ from: '/claims' });
  const navigate = useNavigate({ from: '/claims' });
  const names = useCarriers();
  const change = (changes: Record<string, string | undefined>) => void navigate({ search: (old) => ({ ...old, ...changes }) });
  const wanted = { q, state: state === 'all' ? undefined : state, carrier, fault, region, due };
  const found = useInfiniteQuery({
    queryKey: ['claims', wanted], queryFn: ({ pageParam }) => findClaims(wanted, pageParam), initialPageParam: null as string | null, getNextPageParam: (page) => page.next,
  });
  const rows = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <div className="claims-bar">
        <Input.Search key={q} defaultValue={q} allowClear className="claims-search" aria-label={t('claims.search')} placeholder={t('claims.search')} onSearch={(text) => change({ q: text.trim() || undefined })} />
        <Segmented value={due ?? ''} aria-label={t('claims.col.due')} options={['', 'soon', 'overdue'].map((value) => ({ value, label: t(`claims.due.${value || 'any'}`) }))} onChange={(value) => change({ due: value || undefined })} />
        <Pick label={t('claims.col.state')} value={state} options={[{ value: 'open', label: t('claims.notEnded') }, { value: 'all', label: t('claims.all') }, ...claimStates.map((value) => ({ value, label: t(`claims.state.${value}`) }))]} change={(value) => change({ state: value === 'open' ? undefined : value })} />
        <Pick label={t('claims.faultName')} value={fault ?? ''} options={[{ value: '', label: t('claims.any') }, ...faults.map((value) => ({ value, label: t(`claims.fault.${value}`) }))]} change={(value) => change({ fault: value || undefined })} />
        <Pick label={t('claims.carrier')} value={carrier ?? ''} options={[{ value: '', label: t('claims.any') }, ...Object.entries(names).map(([value, label]) => ({ value, label })), ...(carrier && !(carrier in names) ? [{ value: carrier, label: carrier }] : [])]} change={(value) => change({ carrier: value || undefined })} />
        {region !== undefined && <Button size="small" onClick={() => change({ region: undefined })}>{region || t('claims.noRegion')} ×</Button>}
      </div>
      {found.isPending ? <Loading /> : found.isError ? <Failed cause={found.error} again={() => void found.refetch()} /> : rows.length ? (
        <div className="table-frame">
          <table className="table">
            <thead><tr>{columns.map((column) => <th key={column} scope="col" className={toTheRight.includes(column) ? 'right' : ''}>{t(`claims.col.${column}`)}</th>)}</tr></thead>
            <tbody>{rows.map((claim) => <Row key={claim.claimNo} claim={claim} />)}</tbody>
          </table>
        </div>
      ) : <Empty icon={<FileProtectOutlined />} title={t('claims.none')}>{t('claims.noneText')}</Empty>}
      {found.hasNextPage && <Button className="more" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>{t('cases.more')}</Button>}
    </>
  );
}
