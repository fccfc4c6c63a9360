import { useSyncExternalStore } from 'react';

let now = Date.now();
const watchers = new Set<() => void>();
let ticking: ReturnType<typeof setInterval> | undefined;

const watch = (watcher: () => void) => {
  watchers.add(watcher);
  ticking ??= setInterval(() => {
    now = Date.now();
    watchers.forEach((tell) => tell());
  }, 10_000);
  return () => {
    watchers.delete(watcher);
    if (watchers.size) return;
    clearInterval(ticking);
    ticking = undefined;
  };
};

/** One clock for every countdown on the screen. */
export const useNow = () => useSyncExternalStore(watch, () => now);
