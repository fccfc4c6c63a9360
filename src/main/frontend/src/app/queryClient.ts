import { QueryClient, type InvalidateOptions, type InvalidateQueryFilters, type QueryKey } from '@tanstack/react-query';
import { Fault } from '../api/http.ts';

const worthAnotherTry = (attempt: number, cause: Error) => attempt < 2 && !(cause instanceof Fault && cause.problem.status < 500);

/**
 * A change that is told while a page is first being read is read once more afterwards: the answer on its way may be older, and the
 * library would take it for new since it cancels no reading that has brought nothing yet.
 */
export class Reader extends QueryClient {
  private readonly owed = new WeakSet<Promise<unknown>>();

  override async invalidateQueries<TTaggedQueryKey extends QueryKey = QueryKey>(filters?: InvalidateQueryFilters<TTaggedQueryKey>, options?: InvalidateOptions): Promise<void> {
    const onTheirWay = this.getQueryCache().findAll(filters as InvalidateQueryFilters).filter(({ state }) => state.fetchStatus === 'fetching' && state.data === undefined);
    const again = onTheirWay.map(async ({ promise, queryKey }) => {
      if (promise === undefined || this.owed.has(promise)) return;
      this.owed.add(promise);
      await promise.catch(() => undefined);
      await super.invalidateQueries({ queryKey, exact: true }, options);
    });
    await Promise.all([super.invalidateQueries(filters, options), ...again]);
  }
}

/** The live stream says what changed, so nothing is read again just because a window was looked at. */
export const queryClient = new Reader({
  defaultOptions: { queries: { retry: worthAnotherTry, refetchOnWindowFocus: false, staleTime: 30_000 }, mutations: { retry: false } },
});
