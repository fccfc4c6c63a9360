import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import { FullscreenOutlined, ZoomInOutlined, ZoomOutOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import './picture.css';
import { processIn } from './processText.ts';

type Props = { xml: string; active: string[]; done: string[] };
type Canvas = { zoom: (to: 'fit-viewport' | number, center?: 'auto') => number; addMarker: (id: string, marker: string) => void; viewbox: () => { scale: number }; scrollToElement: (id: string) => void };
type Registry = { get: (id: string) => { businessObject: { name?: string } } | undefined };

const readable = 0.75;

function markAll(viewer: NavigatedViewer, active: string[], done: string[]) {
  const canvas = viewer.get('canvas') as Canvas;
  const known = viewer.get('elementRegistry') as Registry;
  const name = (id: string) => known.get(id)?.businessObject.name;
  for (const id of done) if (known.get(id)) canvas.addMarker(id, 'flow-done');
  for (const id of active) if (known.get(id)) canvas.addMarker(id, 'flow-active');
  canvas.zoom('fit-viewport', 'auto');
  const here = active.find((id) => known.get(id));
  if (canvas.viewbox().scale < readable && here) {
    canvas.zoom(readable);
    canvas.scrollToElement(here);
  }
  return active.map(name).filter((each): each is string => Boolean(each));
}

/** The process as drawn by its owner: green is behind, blue is now. Its words stand above it for those who do not see the picture. */
export default function CasePicture({ xml, active, done }: Props) {
  const { t, i18n } = useTranslation();
  const host = useRef<HTMLDivElement>(null);
  const shown = useRef<NavigatedViewer | null>(null);
  const [now, setNow] = useState<string[]>([]);
  const [broken, setBroken] = useState(false);
  const text = useMemo(() => processIn(xml, i18n.language), [xml, i18n.language]);
  useEffect(() => {
    const place = document.createElement('div');
    place.className = 'picture-place';
    host.current?.append(place);
    const font = { fontFamily: getComputedStyle(document.body).fontFamily };
    const viewer = new NavigatedViewer({ container: place, textRenderer: { defaultStyle: font, externalStyle: font } });
    shown.current = viewer;
    let dead = false;
    viewer.importXML(text).then(
      () => { if (!dead) setNow(markAll(viewer, active, done)); },
      () => { if (!dead) setBroken(true); },
    );
    return () => {
      dead = true;
      shown.current = null;
      viewer.destroy();
      place.remove();
    };
  }, [text, active, done]);
  const zoom = (by: number | null) => {
    const canvas = shown.current?.get('canvas') as Canvas | undefined;
    if (by === null) canvas?.zoom('fit-viewport', 'auto');
    else canvas?.zoom(canvas.viewbox().scale * by);
  };
  return (
    <figure className="picture">
      <figcaption>
        <span className="legend legend-now">{now.length ? t('flow.now', { steps: now.join(t('list.and')) }) : t('flow.over')}</span>
        <span className="legend legend-done">{t('flow.done')}</span>
        <span className="picture-zoom">
          <Button size="small" type="text" icon={<ZoomOutOutlined />} aria-label={t('flow.zoomOut')} onClick={() => zoom(1 / 1.25)} />
          <Button size="small" type="text" icon={<ZoomInOutlined />} aria-label={t('flow.zoomIn')} onClick={() => zoom(1.25)} />
          <Button size="small" type="text" icon={<FullscreenOutlined />} aria-label={t('flow.fit')} onClick={() => zoom(null)} />
        </span>
      </figcaption>
      {broken ? <p className="state" role="alert">{t('flow.broken')}</p> : <div ref={host} className="picture-host" />}
    </figure>
  );
}
