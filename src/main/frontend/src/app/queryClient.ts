import { QueryClient } from '@tanstack/react-query';
import { Fault } from '../api/http.ts';

const worthAnotherTry = (attempt: number, cause: Error) => attempt < 2 && !(cause instanceof Fault && cause.problem.status < 500);

/** The live stream says what changed, so nothing is read again just because a window was looked at. */
export const queryClient = new QueryClient({
  defaultOptions: { queries: { retry: worthAnotherTry, refetchOnWindowFocus: false, staleTime: 30_000 }, mutations: { retry: false } },
});
