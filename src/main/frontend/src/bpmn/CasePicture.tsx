import type NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { canvasOf, shapesOf, usePicture } from './usePicture.ts';
import { ZoomButtons } from './ZoomButtons.tsx';

const readable = 0.75;

function markAll(viewer: NavigatedViewer, active: string[], done: string[]) {
  const canvas = canvasOf(viewer);
  const known = shapesOf(viewer);
  for (const id of done) if (known.get(id)) canvas.addMarker(id, 'flow-done');
  for (const id of active) if (known.get(id)) canvas.addMarker(id, 'flow-active');
  const here = active.find((id) => known.get(id));
  if (canvas.viewbox().scale < readable && here) {
    canvas.zoom(readable);
    canvas.scrollToElement(here);
  }
}

function unmark(viewer: NavigatedViewer, active: string[], done: string[]) {
  for (const id of done) if (shapesOf(viewer).get(id)) canvasOf(viewer).removeMarker(id, 'flow-done');
  for (const id of active) if (shapesOf(viewer).get(id)) canvasOf(viewer).removeMarker(id, 'flow-active');
}

/** The process as drawn by its owner: green is behind, blue is now. Its words stand above it for those who do not see the picture. */
export default function CasePicture({ xml, active, done }: { xml: string; active: string[]; done: string[] }) {
  const { t } = useTranslation();
  const { host, viewer, broken } = usePicture(xml);
  const now = viewer ? active.map((id) => shapesOf(viewer).get(id)?.businessObject.name).filter(Boolean) : [];
  useEffect(() => {
    if (!viewer) return undefined;
    markAll(viewer, active, done);
    return () => unmark(viewer, active, done);
  }, [viewer, active, done]);
  return (
    <figure className="picture">
      <figcaption>
        <span className="legend legend-now">{now.length ? t('flow.now', { steps: now.join(t('list.and')) }) : t('flow.over')}</span>
        <span className="legend legend-done">{t('flow.done')}</span>
        <span className="picture-zoom"><ZoomButtons viewer={viewer} /></span>
      </figcaption>
      {broken ? <p className="state" role="alert">{t('flow.broken')}</p> : <div ref={host} className="picture-host" />}
    </figure>
  );
}
