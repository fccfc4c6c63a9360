import { PushpinOutlined, TeamOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { countViews, listViews, type SavedView } from '../../api/desk.ts';
import { sameWords } from './filterWords.ts';
import { viewCountsKey, viewsKey } from './taskCache.ts';

/** Kept lists under the queues; each is an address, so it can also be sent to a colleague. */
export function SavedViews({ here }: { here: Record<string, string> }) {
  const { t } = useTranslation();
  const views = useQuery({ queryKey: viewsKey, queryFn: listViews, staleTime: 60_000 }).data ?? [];
  const counts = useQuery({ queryKey: viewCountsKey, queryFn: countViews, refetchInterval: 60_000, enabled: views.length > 0 }).data;
  if (!views.length) return null;
  const entry = (view: SavedView) => {
    const size = counts?.[String(view.id)];
    const on = view.screen === 'desk' && sameWords(view.search, here);
    return (
      <Link key={view.id} to={view.screen === 'cases' ? '/cases' : '/desk'} search={view.search as never} className={on ? 'on' : ''} aria-current={on ? 'page' : undefined} title={view.team ? t('view.shared', { name: view.ownerName }) : view.name}>
        {view.team ? <TeamOutlined /> : <PushpinOutlined />}
        <span className="queue-name">{view.name}</span>
        {size && size.count > 0 && <span className="count">{size.capped ? `${size.count}+` : size.count}</span>}
      </Link>
    );
  };
  return <><h2 className="queues-next">{t('view.label')}</h2>{views.map(entry)}</>;
}
