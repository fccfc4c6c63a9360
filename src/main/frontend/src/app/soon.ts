import { useCallback, useEffect, useRef } from 'react';

/** Does it once in so many milliseconds, however often it is asked for; nothing is done any more when the screen has gone. */
export function useSoon(run: () => void, every: number): () => void {
  const latest = useRef(run);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => () => {
    clearTimeout(timer.current);
    timer.current = undefined;
  }, []);
  return useCallback(() => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      latest.current();
    }, every);
  }, [every]);
}
