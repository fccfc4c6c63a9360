import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { Page } from '../../api/http.ts';
import { readTask } from '../../api/tasks.ts';
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

/** Answers come in any order: what was read before somebody acted must not undo on the screen what the act has shown. */
const overtaken = (told: WorkItem, known: WorkItem | undefined) =>
  known !== undefined && (known.revision > told.revision || (known.over === true && known.revision === told.revision));

/** Takes what the server tells of a task wherever it is shown, unless something newer is known. */
export const putDetail = (client: QueryClient, told: TaskDetail) => {
  client.setQueryData<TaskDetail>(detailKey(told.item.taskId), (known) => (overtaken(told.item, known?.item) ? known : told));
  putItem(client, told.item);
};

/** The same for a row of a list. */
export const putItem = (client: QueryClient, told: WorkItem) => patchItem(client, told.taskId, (item) => (overtaken(told, item) ? item : told));

/** Reads a task for the screen, unless something newer came to be known meanwhile. */
export async function readNewest(client: QueryClient, taskId: string): Promise<TaskDetail> {
  const told = await readTask(taskId);
  const known = client.getQueryData<TaskDetail>(detailKey(taskId));
  return known && overtaken(told.item, known.item) ? known : told;
}

export const viewsKey = ['views'];
export const viewCountsKey = ['views', 'counts'];
export const mentionCountKey = ['mentions', 'count'];
