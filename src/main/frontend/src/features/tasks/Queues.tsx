import { CheckSquareOutlined, ExclamationCircleOutlined, FieldTimeOutlined, TeamOutlined, UnorderedListOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { countTasks } from '../../api/tasks.ts';
import type { View } from '../../api/types.ts';
import { Keys } from '../../ui/Keys.tsx';
import { countsKey } from './taskCache.ts';

export const queues = [
  { view: 'mine', icon: <CheckSquareOutlined /> },
  { view: 'team', icon: <TeamOutlined /> },
  { view: 'due', icon: <FieldTimeOutlined /> },
  { view: 'overdue', icon: <ExclamationCircleOutlined /> },
  { view: 'all', icon: <UnorderedListOutlined /> },
] as const;

export function Queues({ view }: { view: View }) {
  const { t } = useTranslation();
  const counts = useQuery({ queryKey: countsKey, queryFn: countTasks, refetchInterval: 60_000 }).data;
  return (
    <nav className="queues" aria-label={t('queue.label')}>
      <h2>{t('queue.label')}</h2>
      {queues.map(({ view: each, icon }, index) => {
        const size = counts?.[each];
        return (
          <Link key={each} to="/desk" search={(old) => ({ ...old, view: each })} className={each === view ? 'on' : ''} aria-current={each === view ? 'page' : undefined}>
            {icon}
            <span className="queue-name">{t(`queue.${each}`)}</span>
            {size && size.count > 0 && (
              <span className={`count ${each === 'overdue' ? 'count-late' : ''}`}>{size.capped ? `${size.count}+` : size.count}</span>
            )}
            <Keys of={String(index + 1)} />
          </Link>
        );
      })}
    </nav>
  );
}
