import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { may } from '../../app/may.ts';
import { useMe } from '../../app/session.tsx';

export function ImportTabs() {
  const { t } = useTranslation();
  const me = useMe();
  if (!may(me, 'parked')) return null;
  return (
    <nav className="page-tabs" aria-label={t('nav.imports')}>
      <Link to="/imports" activeOptions={{ exact: true }} activeProps={{ className: 'on' }}>{t('imports.jobs')}</Link>
      <Link to="/imports/parked" activeProps={{ className: 'on' }}>{t('parked.title')}</Link>
    </nav>
  );
}
