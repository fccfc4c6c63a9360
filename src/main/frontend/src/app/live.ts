import { useEffect, useRef, useSyncExternalStore } from 'react';

/**
 * What changes on the server reaches every tab over one stream: the tabs of a browser elect a leader (Web Locks), only it
 * holds the connection, and it passes each event on (BroadcastChannel). What changed before a stream opened is told to nobody, so
 * listeners are asked to read again whenever one opens, and every 20 seconds while none is open.
 */
export type LiveEvent =
  | { type: 'task'; taskId: string; caseNumber: string; change: 'created' | 'claimed' | 'released' | 'completed' | 'gone' | 'due' | 'handed' | 'snoozed'; revision: number }
  | { type: 'case'; caseNumber: string; change: string }
  | { type: 'mention'; id: number; caseNumber: string; reason: string }
  | { type: 'import'; id: string; done: number; total: number; state: string }
  | { type: 'poll' };
export type LiveState = 'live' | 'reconnecting';
type Word = { event: LiveEvent } | { state: LiveState } | { ask: true };

const kinds = ['task', 'case', 'import', 'mention'] as const;
const pollEvery = 20_000;
const retryAfter = 5_000;
const listeners = new Set<(event: LiveEvent) => void>();
const watchers = new Set<() => void>();
let state: LiveState = 'reconnecting';

const tell = (event: LiveEvent) => listeners.forEach((listener) => listener(event));
const become = (next: LiveState) => {
  if (next === state) return;
  state = next;
  watchers.forEach((watcher) => watcher());
};

class Stream {
  private source: EventSource | null = null;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private readonly say: (word: Word) => void;

  constructor(say: (word: Word) => void) {
    this.say = say;
  }

  open() {
    const source = new EventSource('/api/live');
    this.source = source;
    source.addEventListener('open', () => {
      this.say({ state: 'live' });
      this.say({ event: { type: 'poll' } });
    });
    source.addEventListener('error', () => {
      this.say({ state: 'reconnecting' });
      if (source.readyState === EventSource.CLOSED) this.retry = setTimeout(() => this.open(), retryAfter);
    });
    source.addEventListener('reset', () => this.say({ event: { type: 'poll' } }));
    for (const type of kinds) {
      source.addEventListener(type, (message) => this.say({ event: { type, ...JSON.parse(message.data) } }));
    }
  }

  close() {
    clearTimeout(this.retry);
    this.source?.close();
  }
}

/** Runs until the returned function is called, at sign-out. */
export function startLive(): () => void {
  const channel = new BroadcastChannel('afterflow-live');
  const leaving = new AbortController();
  let leader: Stream | null = null;
  const hear = (word: Word) => {
    if ('event' in word) tell(word.event);
    else if ('state' in word) become(word.state);
    else if (leader) channel.postMessage({ state });
  };
  const say = (word: Word) => {
    if (leaving.signal.aborted) return;
    hear(word);
    channel.postMessage(word);
  };
  channel.addEventListener('message', (message) => hear(message.data as Word));
  const lead = () => {
    leader = new Stream(say);
    leader.open();
  };
  if (navigator.locks) {
    void navigator.locks
      .request('afterflow-live', { signal: leaving.signal }, () => {
        lead();
        return new Promise<void>((done) => leaving.signal.addEventListener('abort', () => done()));
      })
      .catch(() => undefined);
    channel.postMessage({ ask: true });
  } else {
    lead();
  }
  const poll = setInterval(() => state === 'reconnecting' && tell({ type: 'poll' }), pollEvery);
  return () => {
    clearInterval(poll);
    leaving.abort();
    leader?.close();
    channel.close();
    become('reconnecting');
  };
}

export function useLive(listener: (event: LiveEvent) => void) {
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  useEffect(() => {
    const hear = (event: LiveEvent) => latest.current(event);
    listeners.add(hear);
    return () => {
      listeners.delete(hear);
    };
  }, []);
}

const watch = (watcher: () => void) => {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
};
export const useLiveState = () => useSyncExternalStore(watch, () => state);
