import { BellOutlined, CheckSquareOutlined, ClockCircleOutlined, ExclamationCircleOutlined, FieldTimeOutlined, TeamOutlined, UnorderedListOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { countMentions } from '../../api/desk.ts';
import { countTasks } from '../../api/tasks.ts';
import type { View } from '../../api/types.ts';
import { useLive } from '../../app/live.ts';
import { Keys } from '../../ui/Keys.tsx';
import { SavedViews } from './SavedViews.tsx';
import { countsKey, mentionCountKey } from './taskCache.ts';

export const queues = [
  { view: 'mine', icon: <CheckSquareOutlined /> },
  { view: 'team', icon: <TeamOutlined /> },
  { view: 'due', icon: <FieldTimeOutlined /> },
  { view: 'overdue', icon: <ExclamationCircleOutlined /> },
  { view: 'all', icon: <UnorderedListOutlined /> },
  { view: 'snoozed', icon: <ClockCircleOutlined /> },
] as const;

function Called() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const unread = useQuery({ queryKey: mentionCountKey, queryFn: countMentions, refetchInterval: 60_000 }).data;
  useLive((event) => {
    if (event.type === 'mention' || event.type === 'poll') void client.invalidateQueries({ queryKey: ['mentions'] });
  });
  return (
    <Link to="/mentions">
      <BellOutlined />
      <span className="queue-name">{t('mention.queue')}</span>
      {unread && unread.count > 0 && <span className="count count-late">{unread.capped ? `${unread.count}+` : unread.count}</span>}
      <Keys of="G M" />
    </Link>
  );
}

export function Queues({ view, here, filtered }: { view: View; here: Record<string, string>; filtered: boolean }) {
  const { t } = useTranslation();
  const counts = useQuery({ queryKey: countsKey, queryFn: countTasks, refetchInterval: 60_000 }).data;
  return (
    <nav className="queues" aria-label={t('queue.label')}>
      <h2>{t('queue.label')}</h2>
      {queues.map(({ view: each, icon }, index) => {
        const size = counts?.[each];
        const on = each === view && !filtered;
        return (
          <Link key={each} to="/desk" search={{ view: each }} className={on ? 'on' : ''} aria-current={each === view ? 'page' : undefined}>
            {icon}
            <span className="queue-name">{t(`queue.${each}`)}</span>
            {size && size.count > 0 && (
              <span className={`count ${each === 'overdue' ? 'count-late' : ''}`}>{size.capped ? `${size.count}+` : size.count}</span>
            )}
            <Keys of={String(index + 1)} />
          </Link>
        );
      })}
      <Called />
      <SavedViews here={here} />
    </nav>
  );
}
