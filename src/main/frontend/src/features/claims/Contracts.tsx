import { EditOutlined, HistoryOutlined, PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listTerms, type Listed, type Terms } from '../../api/claims.ts';
import { may } from '../../app/may.ts';
import { useMe } from '../../app/session.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { Empty, Failed, Loading } from '../../ui/states.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { useCurrency } from './useCurrency.ts';

const ContractDialog = lazy(() => import('./ContractDialog.tsx'));
const ContractHistory = lazy(() => import('./ContractHistory.tsx'));
const columns = ['carrier', 'from', 'clause', 'limit', 'window', 'answer', 'pay', 'insured', 'channel', 'act'] as const;

const blank = (today: string): Terms => ({
  carrier: '', region: '', validFrom: today, clause: 'NONE', windowHours: null, windowFrom: 'DISCOVERED', answerDays: null, payDays: null, multiple: null, cap: null, insuredRule: null, channel: null, approveAbove: null, note: '',
});

function Row({ listed, shop, edit, history }: { listed: Listed; shop: string; edit: (() => void) | null; history: (() => void) | null }) {
  const { t } = useTranslation();
  const currency = useCurrency(shop);
  const { terms, missing } = listed;
  const asked = (field: string) => (missing.includes(field) ? <Tag tone="amber">{t('claims.terms.ask')}</Tag> : '–');
  const name = t(`carrier.${terms.carrier}`, terms.carrier);
  return (
    <tr>
      <td><b>{name}</b> {terms.region && <small>{terms.region}</small>} {!listed.own && <Tag title={terms.note}>{t('claims.terms.usual')}</Tag>}</td>
      <td className="number">{listed.own ? terms.validFrom : '–'}</td>
      <td>{t(`claims.clause.${terms.clause}`)}</td>
      <td>{terms.multiple !== null && <span>{t('claims.terms.times', { count: terms.multiple })} </span>}{terms.cap !== null && <span>≤ <Amount of={{ minor: terms.cap, currency: terms.currency ?? currency }} /></span>}{terms.multiple === null && terms.cap === null && asked('multiple')}</td>
      <td>{terms.windowHours === null ? asked('windowHours') : t(`claims.terms.window.${terms.windowFrom}`, { hours: terms.windowHours })}</td>
      <td>{t('claims.terms.days', { count: terms.answerDays ?? 7 })}</td>
      <td>{terms.payDays === null ? asked('payDays') : t('claims.terms.days', { count: terms.payDays })}</td>
      <td>{terms.insuredRule === null ? asked('insuredRule') : t(`claims.insured.${terms.insuredRule}`)}</td>
      <td>{t(`claims.channel.${listed.channel}`, listed.channel)}</td>
      <td className="claims-acts">
        {edit && <Button size="small" type="text" icon={<EditOutlined />} aria-label={t('claims.terms.edit', { name })} title={t('claims.terms.edit', { name })} onClick={edit} />}
        {history && <Button size="small" type="text" icon={<HistoryOutlined />} aria-label={t('claims.terms.history', { name })} title={t('claims.terms.history', { name })} onClick={history} />}
      </td>
    </tr>
  );
}

/** What a shop agreed with its carriers; what nobody knows yet is asked for. */
export function Contracts() {
  const { t } = useTranslation();
  const me = useMe();
  const [shop, setShop] = useState(me.shops[0]?.id ?? '');
  const [editing, edit] = useState<Terms | null>(null);
  const [told, tell] = useState<Terms | null>(null);
  const [today] = useState(() => new Date().toISOString().slice(0, 10));
  const terms = useQuery({ queryKey: ['claims', 'terms', shop], queryFn: () => listTerms(shop), enabled: shop !== '' });
  const mayEdit = may(me, 'contracts');
  return (
    <>
      <div className="claims-bar">
        {me.shops.length > 1 && <Segmented aria-label={t('claims.terms.shop')} value={shop} onChange={setShop} options={me.shops.map((each) => ({ value: each.id, label: each.name }))} />}
        <p className="quiet">{t('claims.terms.lead')}</p>
        {mayEdit && <Button size="small" type="primary" icon={<PlusOutlined />} onClick={() => edit(blank(today))}>{t('claims.terms.add')}</Button>}
      </div>
      {terms.isPending ? <Loading /> : terms.isError ? <Failed cause={terms.error} again={() => void terms.refetch()} /> : terms.data.length ? (
        <div className="table-frame">
          <table className="table claims-terms">
            <thead><tr>{columns.map((column) => <th key={column} scope="col">{column === 'act' ? <span className="unseen">{t('claims.terms.col.act')}</span> : t(`claims.terms.col.${column}`)}</th>)}</tr></thead>
            <tbody>{terms.data.map((listed) => (
              <Row key={[listed.terms.carrier, listed.terms.region, listed.terms.validFrom].join('/')} listed={listed} shop={shop} edit={mayEdit ? () => edit({ ...listed.terms, validFrom: listed.own && listed.terms.validFrom > today ? listed.terms.validFrom : today, note: listed.own ? listed.terms.note : '' }) : null} history={listed.own ? () => tell(listed.terms) : null} />
            ))}</tbody>
          </table>
        </div>
      ) : <Empty title={t('claims.terms.none')} />}
      <Suspense fallback={null}>
        {editing && <ContractDialog shop={shop} first={editing} close={() => edit(null)} />}
        {told && <ContractHistory shop={shop} of={told} close={() => tell(null)} />}
      </Suspense>
    </>
  );
}
