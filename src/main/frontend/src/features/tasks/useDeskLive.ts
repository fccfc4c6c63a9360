import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import type { Page } from '../../api/http.ts';
import { readTask } from '../../api/tasks.ts';
import type { TaskDetail, WorkItem } from '../../api/types.ts';
import { useLive, type LiveEvent } from '../../app/live.ts';
import { countsKey, detailKey, listed, listKey, patchItem, putDetail, putItem, viewCountsKey } from './taskCache.ts';

/**
 * Keeps the desk true while it is looked at: counts follow at once, rows change in place, new work waits behind a pill. Where the
 * stream may have missed something, the first page is looked at again.
 */
export function useDeskLive(items: WorkItem[], pending: boolean, firstPage: () => Promise<Page<WorkItem>>) {
  const isEmpty = !pending && items.length === 0;
  const client = useQueryClient();
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const counting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const viewing = useRef<ReturnType<typeof setTimeout>>(undefined);

  const showNew = useCallback(() => {
    setFresh(new Set());
    return client.resetQueries({ queryKey: [listKey] });
  }, [client]);

  const count = () => {
    clearTimeout(counting.current);
    counting.current = setTimeout(() => void client.invalidateQueries({ queryKey: countsKey }), 400);
    viewing.current ??= setTimeout(() => {
      viewing.current = undefined;
      void client.invalidateQueries({ queryKey: viewCountsKey });
    }, 5000);
  };
  const reread = (taskId: string) => {
    if (listed(client, taskId) || client.getQueryData(detailKey(taskId))) {
      void readTask(taskId).then((detail) => putDetail(client, detail), () => undefined);
    }
  };
  const lookAgain = async () => {
    const page = await firstPage().catch(() => null);
    const missed = page?.items.filter((item) => !listed(client, item.taskId)) ?? [];
    for (const item of page?.items ?? []) putItem(client, item);
    if (missed.length) setFresh((known) => new Set([...known, ...missed.map((item) => item.taskId)]));
  };
  const onTask = (event: Extract<LiveEvent, { type: 'task' }>) => {
    count();
    if (event.change === 'created' || event.change === 'released') {
      if (listed(client, event.taskId)) return reread(event.taskId);
      if (isEmpty) return void showNew();
      setFresh((known) => new Set(known).add(event.taskId));
    } else if (event.change === 'completed' || event.change === 'gone') {
      setFresh((known) => new Set([...known].filter((id) => id !== event.taskId)));
      patchItem(client, event.taskId, (item) => ({ ...item, over: true }));
      client.setQueryData<TaskDetail>(detailKey(event.taskId), (detail) => detail && { ...detail, mayClaim: false, item: { ...detail.item, over: true } });
    } else if (isEmpty) {
      void showNew();
    } else {
      reread(event.taskId);
    }
  };
  useLive((event) => {
    if (event.type === 'task') onTask(event);
    if (event.type === 'mention' && event.reason === 'HANDED') {
      count();
      if (isEmpty) void showNew();
      else setFresh((known) => new Set(known).add(`mention-${event.id}`));
    }
    if (event.type === 'poll') {
      count();
      if (isEmpty) void client.invalidateQueries({ queryKey: [listKey] });
      else if (!pending) void lookAgain();
    }
  });
  const shown = new Set(items.map((item) => item.taskId));
  return { fresh: [...fresh].filter((id) => !shown.has(id)).length, showNew };
}
