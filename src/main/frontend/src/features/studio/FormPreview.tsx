import { lazy, Suspense, useMemo } from 'react';
import type { Schema } from '../../api/types.ts';
import { Loading } from '../../ui/states.tsx';

const FormView = lazy(() => import('../../forms/FormView.tsx'));
const nothing = {};
const noFiles = { upload: () => Promise.resolve([]), find: () => undefined };
const unheard = () => undefined;

/** A form as its team sees it, without a case behind it. */
export default function FormPreview({ text }: { text: string }) {
  const schema = useMemo(() => JSON.parse(text) as Schema, [text]);
  return <div className="card form-preview"><Suspense fallback={<Loading />}><FormView ref={null} schema={schema} data={nothing} readOnly={false} evidence={noFiles} onChange={unheard} /></Suspense></div>;
}
