import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import { FullscreenOutlined, ZoomInOutlined, ZoomOutOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import './picture.css';
import { processIn } from './processText.ts';

type Mark = { element: string; how: string };
type Node = { id: string; type: string; businessObject: { name?: string; documentation?: { text: string }[] } };
type Canvas = { zoom: (to: 'fit-viewport' | number, center?: 'auto') => number; addMarker: (id: string, marker: string) => void; viewbox: () => { scale: number } };
type Registry = { get: (id: string) => unknown; filter: (fits: (node: Node) => boolean) => Node[] };
type Bus = { on: (event: string, heard: (happened: { element: Node }) => void) => void };
type Selection = { select: (element: unknown) => void };

const half = (text: string, language: string) => {
  const at = text.indexOf(' / ');
  return at < 0 ? text : language === 'en' ? text.slice(at + 3) : text.slice(0, at);
};

/** A process as its owner drew it, in the reader's language; a click on a step tells what it is for. */
export default function ModelPicture({ xml, marks }: { xml: string; marks: Mark[] }) {
  const { t, i18n } = useTranslation();
  const host = useRef<HTMLDivElement>(null);
  const shown = useRef<NavigatedViewer | null>(null);
  const [steps, setSteps] = useState<Node[]>([]);
  const [chosen, setChosen] = useState<Node | null>(null);
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
    (viewer.get('eventBus') as Bus).on('element.click', ({ element }) => { if (!dead) setChosen(element.businessObject.name || element.businessObject.documentation ? element : null); });
    viewer.importXML(text).then(() => {
      if (dead) return;
      const canvas = viewer.get('canvas') as Canvas;
      const known = viewer.get('elementRegistry') as Registry;
      for (const mark of marks) if (known.get(mark.element)) canvas.addMarker(mark.element, `model-${mark.how.toLowerCase()}`);
      canvas.zoom('fit-viewport', 'auto');
      setSteps(known.filter((node) => Boolean(node.businessObject.name) && node.type !== 'label' && node.type !== 'bpmn:SequenceFlow'));
    }, () => { if (!dead) setBroken(true); });
    return () => {
      dead = true;
      shown.current = null;
      viewer.destroy();
      place.remove();
    };
  }, [text, marks]);
  const zoom = (by: number | null) => {
    const canvas = shown.current?.get('canvas') as Canvas | undefined;
    if (by === null) canvas?.zoom('fit-viewport', 'auto');
    else canvas?.zoom(canvas.viewbox().scale * by);
  };
  const choose = (id: string) => {
    const node = steps.find((step) => step.id === id) ?? null;
    setChosen(node);
    if (node && shown.current) (shown.current.get('selection') as Selection).select((shown.current.get('elementRegistry') as Registry).get(id));
  };
  const about = chosen?.businessObject.documentation?.map((each) => half(each.text, i18n.language)).join(' ');
  return (
    <figure className="picture">
      <figcaption>
        <select aria-label={t('studio.step')} className="picture-steps" value={chosen?.id ?? ''} onChange={(event) => choose(event.target.value)}>
          <option value="">{t('studio.chooseStep')}</option>
          {steps.map((step) => <option key={step.id} value={step.id}>{step.businessObject.name}</option>)}
        </select>
        {marks.length > 0 && <><span className="legend legend-added">{t('studio.how.ADDED')}</span><span className="legend legend-changed">{t('studio.how.CHANGED')}</span></>}
        <span className="picture-zoom">
          <Button size="small" type="text" icon={<ZoomOutOutlined />} aria-label={t('flow.zoomOut')} onClick={() => zoom(1 / 1.25)} />
          <Button size="small" type="text" icon={<ZoomInOutlined />} aria-label={t('flow.zoomIn')} onClick={() => zoom(1.25)} />
          <Button size="small" type="text" icon={<FullscreenOutlined />} aria-label={t('flow.fit')} onClick={() => zoom(null)} />
        </span>
      </figcaption>
      {broken ? <p className="state" role="alert">{t('flow.broken')}</p> : <div ref={host} className="picture-host picture-tall" />}
      {chosen && <div className="picture-about" role="status"><b>{half(chosen.businessObject.name ?? chosen.id, i18n.language)}</b> <code>{chosen.id}</code> <p>{about || t('studio.noAbout')}</p></div>}
    </figure>
  );
}
