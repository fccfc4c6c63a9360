import { useInfiniteQuery, useQueryClient, type InfiniteData } from '@tanstack/react-query';
import { listImports, readImport, type ImportJob, type ImportState } from '../../api/imports.ts';
import type { Page } from '../../api/http.ts';
import { useLive } from '../../app/live.ts';

export const importsKey = ['imports'];
type Pages = InfiniteData<Page<ImportJob>, string | null>;
export const isOver = (state: ImportState) => ['DONE', 'FAILED', 'CANCELLED'].includes(state);

/** The list of imports; those that run are followed over the live stream. */
export function useImports() {
  const client = useQueryClient();
  const imports = useInfiniteQuery({
    queryKey: importsKey, queryFn: ({ pageParam }) => listImports(pageParam), initialPageParam: null as string | null, getNextPageParam: (page) => page.next,
    refetchInterval: (state) => (state.state.data?.pages.some((page) => page.items.some((job) => !isOver(job.state))) ? 3000 : false),
  });
  const patch = (id: string, change: (job: ImportJob) => ImportJob) =>
    client.setQueryData<Pages>(importsKey, (pages) => pages && { ...pages, pages: pages.pages.map((page) => ({ ...page, items: page.items.map((job) => (job.id === id ? change(job) : job)) })) });
  useLive((event) => {
    if (event.type === 'poll') void client.invalidateQueries({ queryKey: importsKey });
    if (event.type !== 'import') return;
    const state = event.state as ImportState;
    patch(event.id, (job) => ({ ...job, done: event.done, total: event.total, state }));
    if (isOver(state)) void readImport(event.id).then((job) => patch(job.id, () => job), () => undefined);
  });
  return { imports, jobs: imports.data?.pages.flatMap((page) => page.items) ?? [], patch };
}
