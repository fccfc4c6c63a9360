import { DownloadOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Button, Segmented } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Freshness, Period } from '../../api/cockpit.ts';
import { useMe } from '../../app/session.tsx';
import { may } from '../../app/may.ts';
import { useNow } from '../../ui/useNow.ts';
import { kinds } from '../cases/words.ts';
import './cockpit.css';
import { useLook } from './useLook.ts';

const periods: Period[] = [1, 7, 30, 90];
const usual: Period = 30;
const stale = 15;

/** How old the figures are; said aloud only when they are late. */
export function Live({ of }: { of: Freshness | undefined }) {
  const { t } = useTranslation();
  const now = useNow();
  if (!of) return null;
  const age = of.asOf ? Math.max(0, Math.round((now - Date.parse(of.asOf)) / 1000)) : null;
  const late = of.rebuilding || age === null || age > stale * 4;
  return (
    <span className={late ? 'fresh fresh-late' : 'fresh'} role={late ? 'status' : undefined}>
      <i /> {of.rebuilding ? t('cockpit.rebuilding') : age === null ? t('cockpit.notYet') : age < stale ? t('cockpit.fresh') : t('cockpit.old', { seconds: age })}
    </span>
  );
}

function Picker({ label, value, options, change }: { label: string; value: string | undefined; options: { value: string; label: string }[]; change: (value: string | undefined) => void }) {
  const { t } = useTranslation();
  return (
    <label className="picker">
      <span>{label}</span>
      <select value={value ?? ''} onChange={(event) => change(event.target.value || undefined)}>
        <option value="">{t('cockpit.any')}</option>
        {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
      </select>
    </label>
  );
}

function Filters({ withPeriod }: { withPeriod: boolean }) {
  const { t } = useTranslation();
  const { shops } = useMe();
  const { look, change } = useLook();
  const brands = [...new Set(shops.map((shop) => shop.brand ?? shop.name))].toSorted();
  return (
    <div className="filters" role="group" aria-label={t('cockpit.filters')}>
      {brands.length > 1 && <Picker label={t('cockpit.brand')} value={look.brand} options={brands.map((brand) => ({ value: brand, label: brand }))} change={(brand) => change({ brand, shop: undefined })} />}
      {shops.length > 1 && (
        <Picker
          label={t('cockpit.shop')} value={look.shop} change={(shop) => change({ shop })}
          options={shops.filter((shop) => !look.brand || shop.brand === look.brand).map((shop) => ({ value: shop.id, label: shop.name }))}
        />
      )}
      <Picker label={t('cockpit.kind')} value={look.kind} options={kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))} change={(kind) => change({ kind })} />
      {withPeriod && (
        <Segmented
          size="small" aria-label={t('cockpit.period')} value={look.days ?? usual} options={periods.map((value) => ({ value, label: t(`cockpit.days.${value}`) }))}
          onChange={(days) => change({ days: days === usual ? undefined : days })}
        />
      )}
    </div>
  );
}

const tabs = [{ to: '/cockpit', name: 'overview', door: 'cockpit' }, { to: '/cockpit/processes', name: 'processes', door: 'cockpit' }, { to: '/cockpit/incidents', name: 'incidents', door: 'incidents' }] as const;

/** What the cockpit's screens have in common: where one is, what one looks at, how fresh it is, and the table of it. */
export function Frame({ freshness, table, withPeriod = true, children }: { freshness?: Freshness; table?: string; withPeriod?: boolean; children: ReactNode }) {
  const { t } = useTranslation();
  const me = useMe();
  const { look } = useLook();
  return (
    <main className="page cockpit">
      <div className="cockpit-head">
        <h1>{t('nav.cockpit')}</h1>
        <nav className="chips" aria-label={t('cockpit.parts')}>
          {tabs.filter((tab) => may(me, tab.door)).map((tab) => <Link key={tab.to} to={tab.to} search={look} activeOptions={{ exact: true, includeSearch: false }} activeProps={{ className: 'on' }}>{t(`cockpit.tab.${tab.name}`)}</Link>)}
        </nav>
        <Live of={freshness} />
        {table && <Button size="small" icon={<DownloadOutlined />} href={table} download>{t('cockpit.table')}</Button>}
      </div>
      <Filters withPeriod={withPeriod} />
      {children}
    </main>
  );
}
