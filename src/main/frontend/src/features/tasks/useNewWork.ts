import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Page } from '../../api/http.ts';
import type { WorkItem } from '../../api/types.ts';
import { useSoon } from '../../app/soon.ts';
import { listKey, putItem } from './taskCache.ts';

type Shown = { items: WorkItem[]; pending: boolean; goesOn: boolean };
const lookEvery = 1_000;

/** Those not shown yet. Behind the last shown row of a list that goes on stands only what the next page would have brought anyway. */
const missed = (page: WorkItem[], shown: ReadonlySet<string>, goesOn: boolean) => {
  const end = goesOn ? page.findLastIndex((item) => shown.has(item.taskId)) : page.length;
  return page.slice(0, Math.max(end, 0)).map((item) => item.taskId).filter((id) => !shown.has(id));
};

/**
 * What has come to the first page of the list looked at, since it was read: rows never move under the cursor, so it is counted and
 * waits to be asked for. An empty list has no row to move and is simply read again. However much happens, one look a second.
 */
export function useNewWork({ items, pending, goesOn }: Shown, list: string, firstPage: () => Promise<Page<WorkItem>>) {
  const client = useQueryClient();
  const [fresh, setFresh] = useState<{ list: string; ids: string[] }>({ list, ids: [] });
  const now = useRef({ items, pending, goesOn, list, firstPage });
  useEffect(() => {
    now.current = { items, pending, goesOn, list, firstPage };
  });

  const showNew = useCallback(() => {
    setFresh({ list: '', ids: [] });
    return client.resetQueries({ queryKey: [listKey] });
  }, [client]);

  const look = async () => {
    if (now.current.pending) return;
    if (now.current.items.length === 0) return void client.invalidateQueries({ queryKey: [listKey] });
    const asked = now.current.list;
    const page = await now.current.firstPage().catch(() => null);
    if (!page || now.current.list !== asked) return;
    const shown = new Set(now.current.items.map((item) => item.taskId));
    for (const item of page.items) putItem(client, item);
    setFresh({ list: asked, ids: missed(page.items, shown, now.current.goesOn) });
  };
  const lookSoon = useSoon(() => void look(), lookEvery);
  const shown = new Set(items.map((item) => item.taskId));
  return { fresh: fresh.list === list ? fresh.ids.filter((id) => !shown.has(id)).length : 0, showNew, lookSoon };
}
