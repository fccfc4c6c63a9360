import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { listTasks } from '../../api/tasks.ts';
import type { WorkItem } from '../../api/types.ts';
import { useHotkeys } from '../../app/hotkeys.ts';
import { useMe } from '../../app/session.tsx';
import { Loading } from '../../ui/states.tsx';
import './desk.css';
import { DeskWelcome } from './DeskWelcome.tsx';
import { defaultView, filtersOf, wordsOf } from './filterWords.ts';
import { intoForm } from './intoForm.ts';
import { ListHead } from './ListHead.tsx';
import { Queues, queues } from './Queues.tsx';
import { detailKey, listKey, readNewest } from './taskCache.ts';
import { TaskList } from './TaskList.tsx';
import { useDeskLive } from './useDeskLive.ts';
import { useNewWork } from './useNewWork.ts';

const TaskPane = lazy(() => import('./TaskPane.tsx'));
const ahead = 3;

function useTasks() {
  const search = useSearch({ from: '/desk' });
  const me = useMe();
  const { view = defaultView(me), sort = 'due' } = search;
  const words = filtersOf(search);
  const tasks = useInfiniteQuery({
    queryKey: [listKey, view, sort, words],
    queryFn: ({ pageParam }) => listTasks({ ...words, view, sort }, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    staleTime: Infinity,
    refetchOnMount: 'always',
  });
  const items = useMemo(() => [...new Map((tasks.data?.pages ?? []).flatMap((page) => page.items).map((item) => [item.taskId, item])).values()], [tasks.data]);
  return { view, sort, search, words, tasks, items };
}

/** Reads the next few tasks before they are asked for. */
function useReadAhead(items: WorkItem[], index: number) {
  const client = useQueryClient();
  useEffect(() => {
    if (index < 0) return undefined;
    const idle = setTimeout(() => {
      for (const { taskId } of items.slice(index + 1, index + 1 + ahead)) {
        void client.prefetchQuery({ queryKey: detailKey(taskId), queryFn: () => readNewest(client, taskId) });
      }
    }, 250);
    return () => clearTimeout(idle);
  }, [client, items, index]);
}

export default function DeskPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const taskId = useParams({ strict: false }).taskId;
  const { view, sort, search, words, tasks, items } = useTasks();
  const pane = useRef<HTMLElement>(null);
  const { fresh, showNew, lookSoon } = useNewWork({ items, pending: tasks.isPending, goesOn: tasks.hasNextPage }, JSON.stringify([view, sort, words]), () => listTasks({ ...words, view, sort }, null));
  useDeskLive(lookSoon);
  const index = items.findIndex((item) => item.taskId === taskId);
  useReadAhead(items, index);

  const go = useCallback((id: string | undefined, replace = true) => {
    if (id) void navigate({ to: '/desk/$taskId', params: { taskId: id }, search: (old) => old, replace });
    else void navigate({ to: '/desk', search: (old) => old, replace });
  }, [navigate]);
  const step = (by: number) => go(items[index < 0 ? 0 : Math.min(Math.max(index + by, 0), items.length - 1)]?.taskId);
  const toList = () => document.getElementById('task-list')?.focus();
  const toPane = () => { if (pane.current) intoForm(pane.current); };
  useHotkeys([
    { keys: 'KeyJ', run: () => step(1) },
    { keys: 'KeyK', run: () => step(-1) },
    { keys: 'Escape', whileTyping: true, run: toList },
    ...queues.map((queue, at) => ({ keys: `Digit${at + 1}`, run: () => void navigate({ to: '/desk', search: { view: queue.view } }) })),
  ]);
  const next = () => go((items.slice(index + 1).find((item) => !item.over) ?? items.slice(0, Math.max(index, 0)).find((item) => !item.over))?.taskId);
  const { fetchNextPage, isFetchingNextPage } = tasks;
  const loadMore = useCallback(() => { if (!isFetchingNextPage) void fetchNextPage(); }, [fetchNextPage, isFetchingNextPage]);
  return (
    <div className="desk">
      <Queues view={view} here={wordsOf({ ...search, view })} filtered={Object.keys(words).length > 0} />
      <section className="list" aria-label={t(`queue.${view}`)}>
        <h1 className="unseen">{t('nav.desk')}</h1>
        <ListHead view={view} sort={sort} search={search} items={items} refresh={() => void showNew()} busy={tasks.isFetching} />
        <TaskList
          view={view} items={items} chosen={taskId} choose={(item) => go(item.taskId)} open={toPane} step={step} loading={tasks.isPending} fault={tasks.error}
          again={() => void tasks.refetch()} more={tasks.hasNextPage} loadMore={loadMore} fresh={fresh} showNew={() => void showNew()}
        />
      </section>
      <main className="pane" ref={pane} tabIndex={-1} aria-label={t('task.pane')}>
        {taskId ? (
          <Suspense fallback={<Loading />}><TaskPane key={taskId} taskId={taskId} next={next} /></Suspense>
        ) : <DeskWelcome count={items.length} start={() => step(0)} />}
      </main>
    </div>
  );
}
