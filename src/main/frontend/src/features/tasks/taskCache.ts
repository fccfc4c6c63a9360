import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { Page } from '../../api/http.ts';
import type { TaskDetail, WorkItem } from '../../api/types.ts';

export const listKey = 'tasks';
export const countsKey = ['taskCounts'];
export const detailKey = (id: string) => ['task', id];
export type Pages = InfiniteData<Page<WorkItem>, string | null>;

const mapItems = (pages: Pages, change: (item: WorkItem) => WorkItem | null): Pages => ({
  ...pages,
  pages: pages.pages.map((page) => ({ ...page, items: page.items.flatMap((item) => change(item) ?? []) })),
});

/** Changes one row in every list that shows it, in place: rows never move under the cursor. */
export function patchItem(client: QueryClient, taskId: string, change: (item: WorkItem) => WorkItem | null) {
  client.setQueriesData<Pages>({ queryKey: [listKey] }, (pages) => pages && mapItems(pages, (item) => (item.taskId === taskId ? change(item) : item)));
}

export const listed = (client: QueryClient, taskId: string) =>
  client.getQueriesData<Pages>({ queryKey: [listKey] }).some(([, pages]) => pages?.pages.some((page) => page.items.some((item) => item.taskId === taskId)));

export const putDetail = (client: QueryClient, detail: TaskDetail) => {
  client.setQueryData(detailKey(detail.item.taskId), detail);
  patchItem(client, detail.item.taskId, () => detail.item);
};

export const viewsKey = ['views'];
export const viewCountsKey = ['views', 'counts'];
export const mentionCountKey = ['mentions', 'count'];
