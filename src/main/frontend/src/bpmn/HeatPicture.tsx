import type NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import './heat.css';
import { canvasOf, fit, onClick, shapesOf, usePicture } from './usePicture.ts';
import { ZoomButtons } from './ZoomButtons.tsx';

/** How hot a step is, what stands beside it, and how many failed there. */
export type Spot = { activity: string; level: number; words: string; failed: number };
type Props = { xml: string; spots: Spot[]; chosen: string | undefined; choose: (activity: string) => void };
type Overlays = { add: (id: string, overlay: { position: { top?: number; right?: number; left?: number; bottom?: number }; html: HTMLElement }) => string; clear: () => void };

const levels = [1, 2, 3, 4, 5];

function badge(text: string, className: string) {
  const node = document.createElement('span');
  node.className = className;
  node.textContent = text;
  return node;
}

function paint(viewer: NavigatedViewer, spots: Spot[]) {
  const canvas = canvasOf(viewer);
  const known = shapesOf(viewer);
  const overlays = viewer.get('overlays') as Overlays;
  overlays.clear();
  for (const { activity, level, words, failed } of spots) {
    if (!known.get(activity)) continue;
    for (const each of levels) canvas.removeMarker(activity, `heat-${each}`);
    if (level) canvas.addMarker(activity, `heat-${level}`);
    if (level && words) overlays.add(activity, { position: { top: -10, right: 14 }, html: badge(words, 'heat-badge') });
    if (failed) overlays.add(activity, { position: { top: -10, left: -6 }, html: badge(String(failed), 'heat-badge heat-failed') });
  }
}

/** A process with its load as heat; the table beside it says the same to those who do not see the picture. */
export default function HeatPicture({ xml, spots, chosen, choose }: Props) {
  const { t } = useTranslation();
  const { host, viewer, broken } = usePicture(xml);
  const hear = useRef(choose);
  useEffect(() => {
    hear.current = choose;
  });
  useEffect(() => {
    const frame = host.current;
    if (!viewer || !frame) return undefined;
    onClick(viewer, ({ id, type }) => {
      if (/Task|Event|Gateway|Activity|SubProcess/.test(type)) hear.current(id.replace(/_label$/, ''));
    });
    const watch = new ResizeObserver(() => {
      canvasOf(viewer).resized();
      fit(viewer);
    });
    watch.observe(frame);
    return () => watch.disconnect();
  }, [host, viewer]);
  useEffect(() => {
    if (viewer) paint(viewer, spots);
  }, [viewer, spots]);
  useEffect(() => {
    if (!viewer || !chosen || !shapesOf(viewer).get(chosen)) return undefined;
    canvasOf(viewer).addMarker(chosen, 'heat-chosen');
    return () => {
      if (shapesOf(viewer).get(chosen)) canvasOf(viewer).removeMarker(chosen, 'heat-chosen');
    };
  }, [viewer, chosen]);
  return (
    <div className="picture heat-picture">
      <div className="heat-tools"><ZoomButtons viewer={viewer} /></div>
      {broken ? <p className="state" role="alert">{t('flow.broken')}</p> : <div ref={host} className="picture-host heat-host" />}
    </div>
  );
}
