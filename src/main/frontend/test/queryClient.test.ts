import { QueryObserver } from '@tanstack/react-query';
import { expect, test, vi } from 'vitest';
import { Reader } from '../src/app/queryClient.ts';

/** A page that reads: each reading is answered by hand. */
const page = () => {
  const client = new Reader({ defaultOptions: { queries: { retry: false } } });
  const readings: { answers: (said: string) => void; fails: () => void }[] = [];
  const observer = new QueryObserver(client, {
    queryKey: ['claim', 'C-1'],
    queryFn: () => new Promise<string>((answers, refused) => readings.push({ answers, fails: () => refused(new Error('away')) })),
  });
  observer.subscribe(() => undefined);
  return { client, readings, shown: () => observer.getCurrentResult().data };
};

test('a change told while a page is first read is read once more', async () => {
  const { client, readings, shown } = page();
  void client.invalidateQueries({ queryKey: ['claim'] });
  readings[0]?.answers('waits for the carrier');
  await vi.waitFor(() => expect(readings).toHaveLength(2));
  readings[1]?.answers('to decide');
  await vi.waitFor(() => expect(shown()).toBe('to decide'));
});

test('also when the first reading fails', async () => {
  const { client, readings, shown } = page();
  void client.invalidateQueries({ queryKey: ['claim'] });
  readings[0]?.fails();
  await vi.waitFor(() => expect(readings).toHaveLength(2));
  readings[1]?.answers('to decide');
  await vi.waitFor(() => expect(shown()).toBe('to decide'));
});

test('two changes told during the first reading cost no reading more than one', async () => {
  const { client, readings, shown } = page();
  void client.invalidateQueries({ queryKey: ['claim'] });
  void client.invalidateQueries({ queryKey: ['claim'] });
  readings[0]?.answers('waits for the carrier');
  await vi.waitFor(() => expect(readings).toHaveLength(2));
  readings[1]?.answers('to decide');
  await vi.waitFor(() => expect(shown()).toBe('to decide'));
  expect(client.isFetching()).toBe(0);
});

test('what is told of something else reads nothing again', async () => {
  const { client, readings, shown } = page();
  await client.invalidateQueries({ queryKey: ['task'] });
  readings[0]?.answers('waits for the carrier');
  await vi.waitFor(() => expect(shown()).toBe('waits for the carrier'));
  expect(readings).toHaveLength(1);
});
