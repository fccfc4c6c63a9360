import { AuditOutlined } from '@ant-design/icons';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Input, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dismissReceipt, listReceipts, matchReceipt, receiptCandidates, type Claim, type Receipt } from '../../api/claims.ts';
import { may } from '../../app/may.ts';
import { useMe } from '../../app/session.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { FaultNote } from '../../ui/FaultNote.tsx';
import { moneyText } from '../../ui/money.ts';
import { Moment } from '../../ui/Moment.tsx';
import { Empty, Failed, Loading } from '../../ui/states.tsx';
import { Tag } from '../../ui/Tag.tsx';

const columns = ['line', 'carrier', 'amount', 'paidAt', 'says', 'belongs'] as const;

/** A claim the line might belong to in words: its parcel and what its carrier still owes, or is asked for. */
function near({ waybill, money }: Claim, language: string): string {
  const rest = money.agreed.minor - money.received.minor - money.writtenOff.minor;
  const open = rest > 0 ? { ...money.agreed, minor: rest } : money.claimed;
  return open ? `${waybill} · ${moneyText(open, language)}` : waybill;
}

function Work({ receipt }: { receipt: Receipt }) {
  const { t, i18n } = useTranslation();
  const client = useQueryClient();
  const [text, setText] = useState('');
  const [looking, setLooking] = useState(false);
  const found = useQuery({ queryKey: ['claims', 'candidates', receipt.id], queryFn: () => receiptCandidates(receipt.id), enabled: looking && !receipt.line.reverses });
  const done = () => void client.invalidateQueries({ queryKey: ['claims'] });
  const match = useMutation({ mutationFn: () => matchReceipt(receipt.id, text.trim()), onSuccess: done });
  const dismiss = useMutation({ mutationFn: () => dismissReceipt(receipt.id, text.trim()), onSuccess: done });
  const busy = match.isPending || dismiss.isPending;
  return (
    <>
      <span className="receipt-work">
        <Input size="small" value={text} maxLength={500} list={`near-${receipt.id}`} aria-label={t('claims.receipt.which', { line: receipt.line.lineId })} placeholder={t('claims.receipt.hint')} onFocus={() => setLooking(true)} onChange={(event) => setText(event.target.value)} />
        <datalist id={`near-${receipt.id}`}>{found.data?.map((claim) => <option key={claim.claimNo} value={claim.claimNo}>{near(claim, i18n.language)}</option>)}</datalist>
        <Button size="small" type="primary" disabled={!text.trim() || busy} loading={match.isPending} onClick={() => match.mutate()}>{t('claims.receipt.match')}</Button>
        <Button size="small" disabled={!text.trim() || busy} loading={dismiss.isPending} onClick={() => dismiss.mutate()}>{t('claims.receipt.dismiss')}</Button>
      </span>
      <FaultNote cause={match.error ?? dismiss.error} />
    </>
  );
}

function Row({ receipt, mayWork }: { receipt: Receipt; mayWork: boolean }) {
  const { t } = useTranslation();
  const { line } = receipt;
  return (
    <tr>
      <td className="number">{line.lineId} {line.reverses && <Tag tone="red">{t('claims.receipt.reverses', { line: line.reverses })}</Tag>}</td>
      <td>{t(`carrier.${line.carrier}`, line.carrier)}</td>
      <td className="right"><Amount of={line.reverses ? { ...line.amount, minor: -line.amount.minor } : line.amount} strong /></td>
      <td><Moment at={line.paidAt} shop={receipt.shop} /></td>
      <td className="cell-words">{[line.named, line.reference, line.waybill, line.words].filter(Boolean).join(' · ')}</td>
      <td>
        {receipt.claimNo && <Link to="/claims/$claimNo" params={{ claimNo: receipt.claimNo }} className="number claim-no">{receipt.claimNo}</Link>}
        {receipt.state === 'DISMISSED' && <><Tag>{t('claims.receipt.dismissed')}</Tag> <small>{receipt.note}</small></>}
        {receipt.state === 'OPEN' && (mayWork ? <Work receipt={receipt} /> : <Tag tone="amber">{t('claims.receipt.open')}</Tag>)}
      </td>
    </tr>
  );
}

/** Lines of carriers' statements; those that name no claim are somebody's work. */
export function Receipts() {
  const { t } = useTranslation();
  const me = useMe();
  const [open, setOpen] = useState(true);
  const found = useInfiniteQuery({
    queryKey: ['claims', 'receipts', open], queryFn: ({ pageParam }) => listReceipts(open, pageParam), initialPageParam: null as string | null, getNextPageParam: (page) => page.next,
  });
  const rows = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <div className="claims-bar">
        <Segmented value={open ? 'open' : 'all'} aria-label={t('claims.tab.receipts')} options={(['open', 'all'] as const).map((value) => ({ value, label: t(`claims.receipt.show.${value}`) }))} onChange={(value) => setOpen(value === 'open')} />
        <p className="quiet">{t('claims.receipt.lead')}</p>
        {may(me, 'imports') && <Link to="/imports">{t('claims.receipt.import')}</Link>}
      </div>
      {found.isPending ? <Loading /> : found.isError ? <Failed cause={found.error} again={() => void found.refetch()} /> : rows.length ? (
        <div className="table-frame">
          <table className="table">
            <thead><tr>{columns.map((column) => <th key={column} scope="col" className={column === 'amount' ? 'right' : ''}>{t(`claims.receipt.col.${column}`)}</th>)}</tr></thead>
            <tbody>{rows.map((receipt) => <Row key={receipt.id} receipt={receipt} mayWork={may(me, 'receipts')} />)}</tbody>
          </table>
        </div>
      ) : <Empty icon={<AuditOutlined />} title={t(open ? 'claims.receipt.none' : 'claims.receipt.noneAtAll')}>{t('claims.receipt.noneText')}</Empty>}
      {found.hasNextPage && <Button className="more" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>{t('cases.more')}</Button>}
    </>
  );
}
