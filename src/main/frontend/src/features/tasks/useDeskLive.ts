import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { readTask } from '../../api/tasks.ts';
import type { TaskDetail } from '../../api/types.ts';
import { useLive, type LiveEvent } from '../../app/live.ts';
import { useSoon } from '../../app/soon.ts';
import { countsKey, detailKey, listed, patchItem, putDetail, viewCountsKey } from './taskCache.ts';

/**
 * Keeps the desk true while it is looked at: counts follow at once, rows change in place, and whatever may have brought new work,
 * or was told while nobody listened, makes the list be looked at soon.
 */
export function useDeskLive(lookSoon: () => void) {
  const client = useQueryClient();
  const counting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const countViews = useSoon(() => void client.invalidateQueries({ queryKey: viewCountsKey }), 5_000);

  const count = () => {
    clearTimeout(counting.current);
    counting.current = setTimeout(() => void client.invalidateQueries({ queryKey: countsKey }), 400);
    countViews();
  };
  const onTask = (event: Extract<LiveEvent, { type: 'task' }>) => {
    count();
    if (event.change === 'completed' || event.change === 'gone') {
      patchItem(client, event.taskId, (item) => ({ ...item, over: true }));
      client.setQueryData<TaskDetail>(detailKey(event.taskId), (detail) => detail && { ...detail, mayClaim: false, item: { ...detail.item, over: true } });
    } else if (listed(client, event.taskId) || client.getQueryData(detailKey(event.taskId))) {
      void readTask(event.taskId).then((detail) => putDetail(client, detail), () => undefined);
    }
    lookSoon();
  };
  useLive((event) => {
    if (event.type === 'task') onTask(event);
    if (event.type === 'poll' || (event.type === 'mention' && event.reason === 'HANDED')) {
      count();
      lookSoon();
    }
  });
}
