import { ApartmentOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { listConflicts } from '../../api/studio.ts';
import { may } from '../../app/may.ts';
import { useMe } from '../../app/session.tsx';
import { Empty } from '../../ui/states.tsx';
import './studio.css';

const tabs = [['/studio', 'library'], ['/studio/proposals', 'proposals'], ['/studio/releases', 'releases'], ['/studio/conflicts', 'conflicts']] as const;

function Tabs() {
  const { t } = useTranslation();
  const conflicts = useQuery({ queryKey: ['studio', 'conflicts'], queryFn: listConflicts });
  const open = conflicts.data?.length ?? 0;
  return (
    <nav className="page-tabs" aria-label={t('nav.studio')}>
      {tabs.map(([to, name]) => (
        <Link key={to} to={to} activeOptions={{ exact: to === '/studio', includeSearch: false }} activeProps={{ className: 'on' }}>{t(`studio.tab.${name}`)}{name === 'conflicts' && open > 0 && <> <span className="count count-late">{open}</span></>}</Link>
      ))}
    </nav>
  );
}

/** Every screen of the studio: its heading, its tabs, and a word to whoever may not be here. */
export function StudioFrame({ acts, children }: { acts?: ReactNode; children: ReactNode }) {
  const { t } = useTranslation();
  const me = useMe();
  if (!may(me, 'studio')) return <main className="page"><h1>{t('nav.studio')}</h1><Empty icon={<ApartmentOutlined />} title={t('studio.notYours')}>{t('studio.notYoursText')}</Empty></main>;
  return (
    <main className="page studio">
      <div className="page-head">
        <h1>{t('nav.studio')}</h1>
        <Tabs />
        {acts}
      </div>
      {children}
    </main>
  );
}
