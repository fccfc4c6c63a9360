import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import { FullscreenOutlined, ZoomInOutlined, ZoomOutOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import './picture.css';
import './heat.css';
import { processIn } from './processText.ts';

/** How hot a step is, what stands beside it, and how many failed there. */
export type Spot = { activity: string; level: number; words: string; failed: number };
type Props = { xml: string; spots: Spot[]; chosen: string | undefined; choose: (activity: string) => void };
type Canvas = { zoom: (to: 'fit-viewport' | number, center?: 'auto') => number; addMarker: (id: string, marker: string) => void; removeMarker: (id: string, marker: string) => void; viewbox: () => { scale: number }; resized: () => void };
type Registry = { get: (id: string) => unknown };
type Overlays = { add: (id: string, overlay: { position: { top?: number; right?: number; left?: number; bottom?: number }; html: HTMLElement }) => string; clear: () => void };
type Bus = { on: (event: 'element.click', hear: (event: { element: { id: string; type: string } }) => void) => void };

const levels = [1, 2, 3, 4, 5];

function badge(text: string, className: string) {
  const node = document.createElement('span');
  node.className = className;
  node.textContent = text;
  return node;
}

function paint(viewer: NavigatedViewer, spots: Spot[]) {
  const canvas = viewer.get('canvas') as Canvas;
  const known = viewer.get('elementRegistry') as Registry;
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
  const { t, i18n } = useTranslation();
  const host = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<NavigatedViewer | null>(null);
  const [broken, setBroken] = useState(false);
  const hear = useRef(choose);
  useEffect(() => {
    hear.current = choose;
  });
  const text = useMemo(() => processIn(xml, i18n.language), [xml, i18n.language]);
  useEffect(() => {
    const place = document.createElement('div');
    place.className = 'picture-place';
    host.current?.append(place);
    const font = { fontFamily: getComputedStyle(document.body).fontFamily };
    const viewer = new NavigatedViewer({ container: place, textRenderer: { defaultStyle: font, externalStyle: font } });
    let dead = false;
    viewer.importXML(text).then(
      () => {
        if (dead) return;
        (viewer.get('canvas') as Canvas).zoom('fit-viewport', 'auto');
        (viewer.get('eventBus') as Bus).on('element.click', ({ element }) => {
          if (/Task|Event|Gateway|Activity|SubProcess/.test(element.type)) hear.current(element.id.replace(/_label$/, ''));
        });
        setShown(viewer);
      },
      () => { if (!dead) setBroken(true); },
    );
    return () => {
      dead = true;
      setShown(null);
      viewer.destroy();
      place.remove();
    };
  }, [text]);
  useEffect(() => {
    const frame = host.current;
    if (!shown || !frame) return undefined;
    const canvas = shown.get('canvas') as Canvas;
    const watch = new ResizeObserver(() => {
      canvas.resized();
      canvas.zoom('fit-viewport', 'auto');
    });
    watch.observe(frame);
    return () => watch.disconnect();
  }, [shown]);
  useEffect(() => {
    if (shown) paint(shown, spots);
  }, [shown, spots]);
  useEffect(() => {
    const canvas = shown?.get('canvas') as Canvas | undefined;
    const known = shown?.get('elementRegistry') as Registry | undefined;
    if (!canvas || !chosen || !known?.get(chosen)) return undefined;
    canvas.addMarker(chosen, 'heat-chosen');
    return () => {
      if (known.get(chosen)) canvas.removeMarker(chosen, 'heat-chosen');
    };
  }, [shown, chosen]);
  const zoom = (by: number | null) => {
    const canvas = shown?.get('canvas') as Canvas | undefined;
    if (by === null) canvas?.zoom('fit-viewport', 'auto');
    else canvas?.zoom(canvas.viewbox().scale * by);
  };
  return (
    <div className="picture heat-picture">
      <div className="heat-tools">
        <Button size="small" type="text" icon={<ZoomOutOutlined />} aria-label={t('flow.zoomOut')} onClick={() => zoom(1 / 1.25)} />
        <Button size="small" type="text" icon={<ZoomInOutlined />} aria-label={t('flow.zoomIn')} onClick={() => zoom(1.25)} />
        <Button size="small" type="text" icon={<FullscreenOutlined />} aria-label={t('flow.fit')} onClick={() => zoom(null)} />
      </div>
      {broken ? <p className="state" role="alert">{t('flow.broken')}</p> : <div ref={host} className="picture-host heat-host" />}
    </div>
  );
}
