import { DownloadOutlined, SafetyCertificateOutlined } from '@ant-design/icons';
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { auditFile, auditWords, checkChain, searchAudit, type AuditLine, type AuditWish } from '../../api/admin.ts';
import { useMe } from '../../app/session.tsx';
import { FaultNote } from '../../ui/FaultNote.tsx';
import { listed } from '../../ui/bilingual.ts';
import { secondText } from '../../ui/time.ts';
import { Empty, Failed, Loading } from '../../ui/states.tsx';

const house = '*';
type Asked = { shop: string; who: string; action: string; kind: string; object: string; day: string };
const anything: Asked = { shop: '', who: '', action: '', kind: '', object: '', day: '' };

/** A day as two moments of this browser's clock. */
const wishOf = ({ day, ...asked }: Asked): AuditWish => {
  const from = day ? new Date(`${day}T00:00:00`) : null;
  const until = from ? new Date(from.getFullYear(), from.getMonth(), from.getDate() + 1) : null;
  return { ...asked, from: from?.toISOString(), until: until?.toISOString() };
};

function Line({ line }: { line: AuditLine }) {
  const { t, i18n } = useTranslation();
  const { shops } = useMe();
  const shop = shops.find((each) => each.id === line.shop);
  return (
    <tr>
      <td className="moment">{secondText(line.at, i18n.language, shop?.timeZone ?? shops[0]?.timeZone ?? 'Asia/Shanghai')}</td>
      <td>{line.shop === house ? t('admin.audit.house') : shop?.name ?? line.shop}</td>
      <td><b>{line.who}</b> <small>{listed(i18n.language, (line.roles ?? '').split(',').filter(Boolean).map((role) => t(`role.${role}`, role)))}</small></td>
      <td title={line.action}>{t(`auditAction.${line.action}`, line.action)}</td>
      <td>{t(`auditKind.${line.kind}`, line.kind)} <code>{line.object}</code></td>
      <td><details aria-label={`${t('admin.audit.details')} ${line.seq}`}><summary>{t('admin.audit.details')}</summary><pre className="audit-details"><code>{JSON.stringify({ ...line.details, request: line.request, address: line.address, sealed: line.sealed }, null, 1)}</code></pre></details></td>
    </tr>
  );
}

/** Whether nobody touched the lines of a shop since they were written; what else is done with them stands beside it. */
function ChainCheck({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const { shops } = useMe();
  const [chain, setChain] = useState(shops[0]?.id ?? house);
  const check = useMutation({ mutationFn: () => checkChain(chain) });
  return (
    <div className="chain-check">
      <select className="plain-select" aria-label={t('admin.audit.chain')} value={chain} onChange={(event) => { setChain(event.target.value); check.reset(); }}>
        {shops.map((shop) => <option key={shop.id} value={shop.id}>{shop.name}</option>)}<option value={house}>{t('admin.audit.house')}</option>
      </select>
      <Button icon={<SafetyCertificateOutlined />} loading={check.isPending} onClick={() => check.mutate()}>{t('admin.audit.check')}</Button>
      {check.data && <span role="status" className={check.data.sound ? 'test-well' : 'test-badly'}>{check.data.sound ? t('admin.audit.sound', { count: check.data.lines }) : `${t('admin.audit.broken')} ${check.data.broken}`}</span>}
      <FaultNote cause={check.error} />
      {children}
    </div>
  );
}

/** Who did what, newest first. */
export default function AuditTab() {
  const { t } = useTranslation();
  const { shops } = useMe();
  const [asked, setAsked] = useState(anything);
  const [wanted, setWanted] = useState(anything);
  const words = useQuery({ queryKey: ['admin', 'auditWords'], queryFn: auditWords });
  const found = useInfiniteQuery({
    queryKey: ['admin', 'audit', wanted], queryFn: ({ pageParam }) => searchAudit(wishOf(wanted), pageParam), initialPageParam: null as string | null, getNextPageParam: (page) => page.next,
  });
  const set = (part: Partial<Asked>) => setAsked((now) => ({ ...now, ...part }));
  const lines = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <form className="audit-ask" onSubmit={(event) => { event.preventDefault(); setWanted(asked); }}>
        <select className="plain-select" aria-label={t('admin.shop')} value={asked.shop} onChange={(event) => set({ shop: event.target.value })}>
          <option value="">{t('admin.audit.everywhere')}</option>{shops.map((shop) => <option key={shop.id} value={shop.id}>{shop.name}</option>)}<option value={house}>{t('admin.audit.house')}</option>
        </select>
        <Input aria-label={t('admin.audit.who')} placeholder={t('admin.audit.who')} value={asked.who} onChange={(event) => set({ who: event.target.value.trim() })} />
        <select className="plain-select" aria-label={t('admin.audit.action')} value={asked.action} onChange={(event) => set({ action: event.target.value })}>
          <option value="">{t('admin.audit.anyAction')}</option>{words.data?.actions.map((action) => <option key={action} value={action}>{t(`auditAction.${action}`, action)}</option>)}
        </select>
        <select className="plain-select" aria-label={t('admin.audit.kind')} value={asked.kind} onChange={(event) => set({ kind: event.target.value })}>
          <option value="">{t('admin.audit.anyKind')}</option>{words.data?.kinds.map((kind) => <option key={kind} value={kind}>{t(`auditKind.${kind}`, kind)}</option>)}
        </select>
        <Input aria-label={t('admin.audit.object')} placeholder={t('admin.audit.object')} value={asked.object} onChange={(event) => set({ object: event.target.value.trim() })} />
        <input type="date" className="plain-input" aria-label={t('admin.audit.day')} value={asked.day} onChange={(event) => set({ day: event.target.value })} />
        <Button type="primary" htmlType="submit">{t('admin.audit.search')}</Button>
      </form>
      <ChainCheck>
        <Button icon={<DownloadOutlined />} href={auditFile(wishOf(wanted))} download>{t('admin.audit.export')}</Button>
      </ChainCheck>
      {found.isPending ? <Loading /> : found.isError ? <Failed cause={found.error} again={() => void found.refetch()} /> : lines.length === 0 ? <Empty title={t('admin.audit.none')}>{t('admin.audit.noneText')}</Empty> : (
        <div className="table-frame">
          <table className="table audit">
            <thead><tr><th>{t('admin.audit.at')}</th><th>{t('admin.audit.where')}</th><th>{t('admin.audit.who')}</th><th>{t('admin.audit.action')}</th><th>{t('admin.audit.object')}</th><th>{t('admin.audit.details')}</th></tr></thead>
            <tbody>{lines.map((line) => <Line key={line.seq} line={line} />)}</tbody>
          </table>
        </div>
      )}
      {found.hasNextPage && <Button className="more" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>{t('cases.more')}</Button>}
    </>
  );
}
