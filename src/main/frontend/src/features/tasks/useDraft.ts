import { useCallback, useEffect, useRef, useState } from 'react';
import type { FormData } from '../../api/types.ts';
import { saveDraft } from '../../api/tasks.ts';

const every = 3000;
const keyOf = (person: number, taskId: string) => `afterflow.draft.${person}.${taskId}`;
export type DraftState = 'none' | 'local' | 'saved';

const kept = (key: string): FormData | null => {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as FormData | null;
  } catch {
    return null;
  }
};

/**
 * Half-filled forms survive: every change is kept in this browser at once and on the server within three seconds.
 * What is only here is newer than what the server has, so it wins; it is dropped when the server has it.
 */
export function useDraft(person: number, taskId: string, mine: boolean) {
  const key = keyOf(person, taskId);
  const [state, setState] = useState<DraftState>('none');
  const waiting = useRef<FormData | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const send = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    const data = waiting.current;
    if (!data) return;
    waiting.current = null;
    saveDraft(taskId, data).then(
      () => {
        if (waiting.current) return;
        localStorage.removeItem(key);
        setState('saved');
      },
      () => { waiting.current ??= data; },
    );
  }, [key, taskId]);

  const keep = useCallback((data: FormData) => {
    if (!mine) return;
    waiting.current = data;
    localStorage.setItem(key, JSON.stringify(data));
    setState('local');
    timer.current ??= setTimeout(send, every);
  }, [key, mine, send]);

  /** While the form is being handed in no draft of it is sent; `send` takes it up again. */
  const hold = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
  }, []);

  const forget = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    waiting.current = null;
    localStorage.removeItem(key);
    setState('none');
  }, [key]);

  useEffect(() => send, [send]);
  return { state, keep, hold, send, forget, here: () => kept(key) };
}
