import { DownOutlined } from '@ant-design/icons';
import { Link, useRouterState } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DropMenu } from '../ui/DropMenu.tsx';
import { entriesOf, type Entry } from './places.ts';
import { useMe } from './session.tsx';

function Group({ entry: { name, places } }: { entry: Entry }) {
  const { t } = useTranslation();
  const at = useRouterState({ select: (state) => state.location.pathname });
  const here = places.find(({ to }) => at === to || at.startsWith(`${to}/`));
  const items = places.map((place) => ({ key: place.to, label: <Link to={place.to} data-tour={`go-${place.name}`}>{t(`nav.${place.name}`)}</Link> }));
  return (
    <DropMenu menu={{ items, selectedKeys: here ? [here.to] : [] }}>
      <button type="button" className={here ? 'on' : undefined} aria-haspopup="menu" data-tour={`nav-${name}`}>{t(`navGroup.${name}`)} <DownOutlined /></button>
    </DropMenu>
  );
}

/** The screens of this person; those that belong together share a place, so that the bar never runs out of room. */
export function TopNav() {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <nav className="top-nav" aria-label={t('nav.label')} data-tour="nav">
      {entriesOf(me).map((entry) => {
        const [only, ...others] = entry.places;
        return only && !others.length ? <Link key={only.to} to={only.to} activeProps={{ className: 'on' }} data-tour={`nav-${only.name}`}>{t(`nav.${only.name}`)}</Link> : <Group key={entry.name} entry={entry} />;
      })}
      {me.mode === 'demo' && <Link to="/sandbox" activeProps={{ className: 'on' }} data-tour="nav-sandbox">{t('nav.sandbox')}</Link>}
    </nav>
  );
}
