import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { WorkItem } from '../src/api/types.ts';
import { useNewWork } from '../src/features/tasks/useNewWork.ts';

const item = (taskId: string) => ({ taskId, revision: 1 }) as WorkItem;
let page: WorkItem[];
let asked: number;

function desk(items: WorkItem[], goesOn = false) {
  const client = new QueryClient();
  const again = vi.spyOn(client, 'invalidateQueries');
  const around = ({ children }: { children: ReactNode }) => <QueryClientProvider client={client}>{children}</QueryClientProvider>;
  const firstPage = () => {
    asked += 1;
    return Promise.resolve({ items: page, next: null });
  };
  const shown = renderHook(({ list }) => useNewWork({ items, pending: false, goesOn }, list, firstPage), { wrapper: around, initialProps: { list: 'team' } });
  const aSecondPasses = () => act(() => vi.advanceTimersByTimeAsync(1_000));
  return { shown, again, aSecondPasses };
}

beforeEach(() => {
  asked = 0;
  page = [item('A'), item('B')];
  vi.useFakeTimers();
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

test('what came to the first page waits behind a number', async () => {
  const { shown, aSecondPasses } = desk([item('A')]);
  shown.result.current.lookSoon();
  expect(shown.result.current.fresh).toBe(0);
  await aSecondPasses();
  expect(shown.result.current.fresh).toBe(1);
});

test('work that is not of this list is not counted', async () => {
  page = [item('A')];
  const { shown, aSecondPasses } = desk([item('A')]);
  shown.result.current.lookSoon();
  await aSecondPasses();
  expect(shown.result.current.fresh).toBe(0);
});

test('what the next page would have brought anyway is not new, what came between is', async () => {
  page = [item('A'), item('NEW'), item('B'), item('NEXT')];
  const { shown, aSecondPasses } = desk([item('A'), item('B')], true);
  shown.result.current.lookSoon();
  await aSecondPasses();
  expect(shown.result.current.fresh).toBe(1);
});

test('a hundred events cost one look', async () => {
  const { shown, aSecondPasses } = desk([item('A')]);
  for (let n = 0; n < 100; n++) shown.result.current.lookSoon();
  await aSecondPasses();
  expect(asked).toBe(1);
});

test('what waits for one list does not wait for another', async () => {
  const { shown, aSecondPasses } = desk([item('A')]);
  shown.result.current.lookSoon();
  await aSecondPasses();
  shown.rerender({ list: 'mine' });
  expect(shown.result.current.fresh).toBe(0);
});

test('an empty list is read again, since no row can move', async () => {
  const { shown, again, aSecondPasses } = desk([]);
  shown.result.current.lookSoon();
  await aSecondPasses();
  expect(again).toHaveBeenCalledTimes(1);
  expect(asked).toBe(0);
});
