import { lazy, Suspense, useEffect, useState } from 'react';
import { askForCodesWith } from '../api/http.ts';

const CodeDialog = lazy(() => import('./CodeDialog.tsx'));

/** Waits for the server to want a code, asks for it, and lets the call that met the wish go on. */
export function FreshCode() {
  const [answer, setAnswer] = useState<((given: boolean) => void) | null>(null);
  useEffect(() => askForCodesWith(() => new Promise((resolve) => setAnswer(() => resolve))), []);
  if (!answer) return null;
  const close = (given: boolean) => {
    answer(given);
    setAnswer(null);
  };
  return <Suspense fallback={null}><CodeDialog close={close} /></Suspense>;
}
