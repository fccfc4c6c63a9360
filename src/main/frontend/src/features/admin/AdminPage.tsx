import { Link, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session.tsx';
import { NotFound } from '../../app/NotFound.tsx';
import { withWords } from '../../i18n/screens.tsx';
import { Loading } from '../../ui/states.tsx';
import './admin.css';
import { tabsOf, type AdminTab } from './tabs.ts';

const screens: Record<AdminTab, ComponentType> = {
  people: lazy(() => import('./PeopleTab.tsx')), teams: lazy(() => import('./TeamsTab.tsx')), shops: lazy(() => import('./ShopsTab.tsx')),
  brands: lazy(() => import('./BrandsTab.tsx')), keys: lazy(() => import('./KeysTab.tsx')), connections: lazy(() => import('./ConnectionsTab.tsx')),
  templates: lazy(() => import('./TemplatesTab.tsx')), limits: lazy(() => import('./LimitsTab.tsx')), promise: lazy(() => import('./PromiseTab.tsx')), calendars: lazy(() => import('./CalendarsTab.tsx')),
  audit: lazy(() => import('./AuditTab.tsx')),
};

/** Everything that is set up once and looked after: who works here, with which rights, partners, words, limits and hours. */
function AdminPage() {
  const { t } = useTranslation();
  const tabs = tabsOf(useMe());
  const search = useSearch({ from: '/admin' });
  const tab = search.tab ?? tabs[0];
  if (!tab || !tabs.includes(tab)) return <NotFound />;
  const Screen = screens[tab];
  return (
    <div className="admin">
      <nav className="admin-nav" aria-label={t('admin.title')}>
        <h1>{t('admin.title')}</h1>
        <ul>{tabs.map((each) => (
          <li key={each}><Link to="/admin" search={{ tab: each, shop: search.shop }} className={each === tab ? 'on' : ''} aria-current={each === tab ? 'page' : undefined}>{t(`admin.tab.${each}`)}</Link></li>
        ))}</ul>
      </nav>
      <main className="admin-main" aria-labelledby="admin-tab">
        <h2 id="admin-tab" className="admin-title">{t(`admin.tab.${tab}`)} <small>{t(`admin.about.${tab}`)}</small></h2>
        <Suspense fallback={<Loading />}><Screen key={tab} /></Suspense>
      </main>
    </div>
  );
}

export default withWords('admin', AdminPage);
