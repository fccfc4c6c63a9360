import { useCallback, useEffect, useRef, useState } from 'react';
import { dropDraft, keepDraft, readDraft, type DraftKind, type KeptDraft } from '../../api/desk.ts';

const every = 1500;

/**
 * Words begun in a case are kept on the server, so that they are there after a reload, in another browser and for who takes
 * over; `found` is what was kept before, told once.
 */
export function useKeptDraft(number: string, kind: DraftKind, active: boolean, found: (draft: KeptDraft) => void) {
  const [saved, setSaved] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const waiting = useRef<Record<string, unknown> | null>(null);
  const told = useRef(found);
  useEffect(() => {
    told.current = found;
  });
  const send = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    const data = waiting.current;
    waiting.current = null;
    if (!data) return;
    const empty = !String(data.text ?? '').trim();
    (empty ? dropDraft(number, kind) : keepDraft(number, kind, data)).then(() => setSaved(!empty), () => { waiting.current ??= data; });
  }, [number, kind]);
  const keep = useCallback((data: Record<string, unknown>) => {
    waiting.current = data;
    setSaved(false);
    timer.current ??= setTimeout(send, every);
  }, [send]);
  const forget = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    waiting.current = null;
    setSaved(false);
    void dropDraft(number, kind).catch(() => undefined);
  }, [number, kind]);
  useEffect(() => {
    if (!active) return undefined;
    let gone = false;
    readDraft(number, kind).then((draft) => { if (!gone && draft.data && !waiting.current) told.current(draft); }, () => undefined);
    return () => {
      gone = true;
      send();
    };
  }, [number, kind, active, send]);
  return { saved, keep, forget };
}
