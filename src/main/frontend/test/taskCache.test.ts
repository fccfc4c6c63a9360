import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { TaskDetail, WorkItem } from '../src/api/types.ts';
import { detailKey, listKey, patchItem, putDetail, readNewest, type Pages } from '../src/features/tasks/taskCache.ts';

const detail = (revision: number, holder: string | null): TaskDetail =>
  ({ item: { taskId: 'T-1', revision, assignee: holder === null ? null : { id: 7, name: holder } } as unknown as WorkItem, mayClaim: holder === null }) as TaskDetail;

let client: QueryClient;
const known = () => client.getQueryData<TaskDetail>(detailKey('T-1'));
const row = () => client.getQueryData<Pages>([listKey, 'team'])?.pages[0]?.items[0];
const answers = (told: TaskDetail, before: () => void = () => undefined) =>
  vi.stubGlobal('fetch', () => {
    before();
    return Promise.resolve(new Response(JSON.stringify(told), { status: 200, headers: { 'content-type': 'application/json' } }));
  });

beforeEach(() => {
  client = new QueryClient();
  client.setQueryData<Pages>([listKey, 'team'], { pages: [{ items: [detail(3, null).item], next: null }], pageParams: [null] });
  putDetail(client, detail(3, null));
});

afterEach(() => vi.unstubAllGlobals());

test('a claim is shown on the row and in the pane', () => {
  putDetail(client, detail(4, '陈'));
  expect(known()?.item.assignee?.name).toBe('陈');
  expect(row()?.assignee?.name).toBe('陈');
});

test('what was read before the claim and comes after it takes nothing back', () => {
  putDetail(client, detail(4, '陈'));
  putDetail(client, detail(3, null));
  expect(known()?.item.assignee?.name).toBe('陈');
  expect(row()?.assignee?.name).toBe('陈');
});

test('a reading that a claim overtakes on its way answers with the claim', async () => {
  answers(detail(3, null), () => putDetail(client, detail(4, '陈')));
  expect((await readNewest(client, 'T-1')).item.revision).toBe(4);
});

test('a reading that tells something newer is taken', async () => {
  answers(detail(5, null));
  expect((await readNewest(client, 'T-1')).item.revision).toBe(5);
});

test('a task that is over stays over until the server tells of something later', () => {
  patchItem(client, 'T-1', (item) => ({ ...item, over: true }));
  putDetail(client, detail(3, null));
  expect(row()?.over).toBe(true);
  putDetail(client, detail(4, null));
  expect(row()?.over).toBeUndefined();
});
