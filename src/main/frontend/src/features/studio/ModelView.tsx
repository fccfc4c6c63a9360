import { lazy, Suspense, useMemo } from 'react';
import type { Change, Kind } from '../../api/studio.ts';
import { Loading } from '../../ui/states.tsx';

const ModelPicture = lazy(() => import('../../bpmn/ModelPicture.tsx'));
const TableView = lazy(() => import('./TableView.tsx'));
const FormPreview = lazy(() => import('./FormPreview.tsx'));
const none: Change[] = [];

/** A file as people read it: a picture, a table, a form. What changed is marked. */
export function ModelView({ kind, text, changes = none }: { kind: Kind; text: string; changes?: Change[] }) {
  const marks = useMemo(() => changes.filter((change) => change.element && change.how !== 'REMOVED'), [changes]);
  return (
    <Suspense fallback={<Loading />}>
      {kind === 'PROCESS' ? <ModelPicture key={text.length} xml={text} marks={marks} /> : kind === 'DECISION' ? <TableView xml={text} changes={changes} /> : <FormPreview key={text.length} text={text} />}
    </Suspense>
  );
}
