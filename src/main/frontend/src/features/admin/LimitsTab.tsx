import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { approvalLimits, contactLimits, remedyTerms, saveApprovalLimits, saveContactLimits, saveRemedyTerms, saveWarrantyTerms, warrantyTerms, type WarrantyTerms } from '../../api/admin.ts';
import { useNotice } from '../../app/notices.tsx';
import { useMe } from '../../app/session.tsx';
import { listed } from '../../ui/bilingual.ts';
import { FaultNote } from '../../ui/FaultNote.tsx';
import { fractionDigits } from '../../ui/money.ts';
import { Failed, Loading } from '../../ui/states.tsx';
import { ShopChoice, useChosenShop } from './ShopChoice.tsx';
import { holds } from './tabs.ts';

type Value = string | number | boolean | null;
type Values = Record<string, Value>;
type Field = { name: string; kind: 'money' | 'number' | 'time' | 'yes' };
type Sheet = {
  name: 'approval' | 'terms' | 'contact' | 'warranty'; fields: Field[]; roles: string[];
  read: (shop: string) => Promise<Values>; save: (shop: string, values: Values) => Promise<Values>;
};

const groups = ['ELECTRONICS', 'WORN', 'SEALED', 'OTHER'];
const flat = (terms: WarrantyTerms): Values => Object.fromEntries(groups.flatMap((group) => [[`${group}Whole`, terms[group]?.wholeDays ?? 0], [`${group}Main`, terms[group]?.mainPartDays ?? 0]]));
const grouped = (values: Values): WarrantyTerms => Object.fromEntries(groups.map((group) => [group, { wholeDays: Number(values[`${group}Whole`]), mainPartDays: Number(values[`${group}Main`]) }]));

const sheets: Sheet[] = [
  { name: 'approval', roles: ['OWNER', 'DIRECTOR'], read: approvalLimits, save: (shop, values) => saveApprovalLimits(shop, values as never),
    fields: ['AGENT', 'LEAD', 'SUPERVISOR', 'MANAGER'].map((name) => ({ name, kind: 'money' })) },
  { name: 'terms', roles: ['OWNER', 'DIRECTOR'], read: remedyTerms, save: (shop, values) => saveRemedyTerms(shop, values as never),
    fields: [{ name: 'freight', kind: 'money' }, { name: 'goodsPercent', kind: 'number' }, { name: 'resalePercent', kind: 'number' }, { name: 'promisedTimes', kind: 'number' },
      { name: 'returnCostTold', kind: 'yes' }, { name: 'freightInsured', kind: 'yes' }, { name: 'fullFreightPromised', kind: 'yes' }] },
  { name: 'contact', roles: ['OWNER', 'MANAGER', 'ADMIN'], read: contactLimits, save: (shop, values) => saveContactLimits(shop, values as never),
    fields: [{ name: 'daily', kind: 'number' }, { name: 'weekly', kind: 'number' }, { name: 'quietFrom', kind: 'time' }, { name: 'quietUntil', kind: 'time' }] },
  { name: 'warranty', roles: ['OWNER', 'MANAGER', 'DIRECTOR'], read: (shop) => warrantyTerms(shop).then(flat), save: (shop, values) => saveWarrantyTerms(shop, grouped(values)).then(flat),
    fields: groups.flatMap((group) => [{ name: `${group}Whole`, kind: 'number' as const }, { name: `${group}Main`, kind: 'number' as const }]) },
];

function Control({ id, field, value, digits, change }: { id: string; field: Field; value: Value; digits: number; change: (value: Value) => void }) {
  if (field.kind === 'yes') return <input id={id} type="checkbox" checked={value === true} onChange={(event) => change(event.target.checked)} />;
  if (field.kind === 'time') return <input id={id} type="time" value={typeof value === 'string' ? value.slice(0, 5) : ''} onChange={(event) => change(event.target.value || null)} />;
  const scale = field.kind === 'money' ? 10 ** digits : 1;
  return <input id={id} type="number" min={0} step={1 / scale} value={Number(value ?? 0) / scale} onChange={(event) => change(Math.round(Number(event.target.value) * scale))} />;
}

function SheetForm({ sheet, shop, currency, values }: { sheet: Sheet; shop: string; currency: string; values: Values }) {
  const { t, i18n } = useTranslation();
  const client = useQueryClient();
  const notice = useNotice();
  const mayWrite = holds(useMe(), ...sheet.roles);
  const [wish, setWish] = useState(values);
  const save = useMutation({
    mutationFn: () => sheet.save(shop, wish),
    onSuccess: (next) => {
      client.setQueryData(['admin', 'limits', sheet.name, shop], next);
      void notice.success(t('admin.saved'));
    },
  });
  const digits = fractionDigits(currency);
  return (
    <form onSubmit={(event) => { event.preventDefault(); save.mutate(); }}>
      <fieldset className="limit-fields" disabled={!mayWrite}>
        {sheet.fields.map((field) => (
          <div key={field.name} className={field.kind === 'yes' ? 'yes' : undefined}>
            <label htmlFor={`${sheet.name}-${field.name}`}>{sheet.name === 'approval' ? t(`role.${field.name}`) : t(`admin.limits.${field.name}`)}{field.kind === 'money' && <small> {currency}</small>}</label>
            <Control id={`${sheet.name}-${field.name}`} field={field} value={wish[field.name] ?? null} digits={digits} change={(value) => setWish((now) => ({ ...now, [field.name]: value }))} />
          </div>
        ))}
      </fieldset>
      <FaultNote cause={save.error} />
      {mayWrite ? <div className="card-acts"><Button type="primary" htmlType="submit" disabled={JSON.stringify(wish) === JSON.stringify(values)} loading={save.isPending}>{t('admin.save')}</Button></div>
        : <small className="quiet">{t('admin.limits.readOnly', { roles: listed(i18n.language, sheet.roles.map((role) => t(`role.${role}`))) })}</small>}
    </form>
  );
}

function SheetCard({ sheet, shop, currency }: { sheet: Sheet; shop: string; currency: string }): ReactNode {
  const { t } = useTranslation();
  const found = useQuery({ queryKey: ['admin', 'limits', sheet.name, shop], queryFn: () => sheet.read(shop) });
  return (
    <section className="card" aria-label={t(`admin.limits.${sheet.name}`)}>
      <h3>{t(`admin.limits.${sheet.name}`)}</h3>
      <p className="quiet">{t(`admin.limits.${sheet.name}About`)}</p>
      {found.isPending ? <Loading /> : found.isError ? <Failed cause={found.error} again={() => void found.refetch()} />
        : <SheetForm key={JSON.stringify(found.data)} sheet={sheet} shop={shop} currency={currency} values={found.data} />}
    </section>
  );
}

/** What each role may approve alone, what remedies are reckoned with, and how often buyers are written to. */
export default function LimitsTab() {
  const shop = useChosenShop();
  return (
    <>
      <div className="admin-bar"><ShopChoice /></div>
      {shop && <div className="cards">{sheets.map((sheet) => <SheetCard key={`${shop.id}${sheet.name}`} sheet={sheet} shop={shop.id} currency={shop.currency} />)}</div>}
    </>
  );
}
