import { DownOutlined } from '@ant-design/icons';
import { Link, useRouterState } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DropMenu } from '../ui/DropMenu.tsx';
import { entriesOf, type Entry } from './places.ts';
import { useMe } from './session.tsx';
import { useWaitingCodes } from './useWaitingCodes.ts';

const platforms = '/platforms';

function Count({ of }: { of: number }) {
  const { t } = useTranslation();
  return of > 0 ? <span className="count count-late" title={t('nav.codes', { n: of })}><span aria-hidden>{of}</span><span className="unseen"> {t('nav.codes', { n: of })}</span></span> : null;
}

function Group({ entry: { name, places }, codes }: { entry: Entry; codes: number }) {
  const { t } = useTranslation();
  const at = useRouterState({ select: (state) => state.location.pathname });
  const here = places.find(({ to }) => at === to || at.startsWith(`${to}/`));
  const items = places.map((place) => ({ key: place.to, label: <Link to={place.to} data-tour={`go-${place.name}`}>{t(`nav.${place.name}`)} {place.to === platforms && <Count of={codes} />}</Link> }));
  return (
    <DropMenu menu={{ items, selectedKeys: here ? [here.to] : [] }}>
      <button type="button" className={here ? 'on' : undefined} aria-haspopup="menu" data-tour={`nav-${name}`}>{t(`navGroup.${name}`)} {places.some(({ to }) => to === platforms) && <Count of={codes} />}<DownOutlined /></button>
    </DropMenu>
  );
}

/** The screens of this person; those that belong together share a place, so that the bar never runs out of room. */
export function TopNav() {
  const { t } = useTranslation();
  const me = useMe();
  const codes = useWaitingCodes();
  return (
    <nav className="top-nav" aria-label={t('nav.label')} data-tour="nav">
      {entriesOf(me).map((entry) => {
        const [only, ...others] = entry.places;
        return only && !others.length ? <Link key={only.to} to={only.to} activeProps={{ className: 'on' }} data-tour={`nav-${only.name}`}>{t(`nav.${only.name}`)} {only.to === platforms && <Count of={codes} />}</Link> : <Group key={entry.name} entry={entry} codes={codes} />;
      })}
      {me.mode === 'demo' && <Link to="/sandbox" activeProps={{ className: 'on' }} data-tour="nav-sandbox">{t('nav.sandbox')}</Link>}
    </nav>
  );
}
