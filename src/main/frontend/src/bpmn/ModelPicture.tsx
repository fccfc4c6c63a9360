import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { canvasOf, onClick, shapesOf, usePicture, type Shape } from './usePicture.ts';
import { ZoomButtons } from './ZoomButtons.tsx';

type Mark = { element: string; how: string };
type Selection = { select: (element: unknown) => void };

const half = (text: string, language: string) => {
  const at = text.indexOf(' / ');
  return at < 0 ? text : language === 'en' ? text.slice(at + 3) : text.slice(0, at);
};

/** A process as its owner drew it, in the reader's language; a click on a step tells what it is for. */
export default function ModelPicture({ xml, marks }: { xml: string; marks: Mark[] }) {
  const { t, i18n } = useTranslation();
  const { host, viewer, broken } = usePicture(xml);
  const [chosen, setChosen] = useState<Shape | null>(null);
  const steps = useMemo(() => (viewer ? shapesOf(viewer).filter(({ businessObject, type }) => Boolean(businessObject.name) && type !== 'label' && type !== 'bpmn:SequenceFlow') : []), [viewer]);
  useEffect(() => {
    if (viewer) onClick(viewer, (shape) => setChosen(shape.businessObject.name || shape.businessObject.documentation ? shape : null));
  }, [viewer]);
  useEffect(() => {
    if (!viewer) return undefined;
    const marked = marks.filter(({ element }) => shapesOf(viewer).get(element)).map(({ element, how }) => [element, `model-${how.toLowerCase()}`] as const);
    for (const [element, marker] of marked) canvasOf(viewer).addMarker(element, marker);
    return () => {
      for (const [element, marker] of marked) if (shapesOf(viewer).get(element)) canvasOf(viewer).removeMarker(element, marker);
    };
  }, [viewer, marks]);
  const choose = (id: string) => {
    setChosen(steps.find((step) => step.id === id) ?? null);
    const shape = viewer && shapesOf(viewer).get(id);
    if (shape) (viewer.get('selection') as Selection).select(shape);
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
        <span className="picture-zoom"><ZoomButtons viewer={viewer} /></span>
      </figcaption>
      {broken ? <p className="state" role="alert">{t('flow.broken')}</p> : <div ref={host} className="picture-host picture-tall" />}
      {chosen && <div className="picture-about" role="status"><b>{half(chosen.businessObject.name ?? chosen.id, i18n.language)}</b> <code>{chosen.id}</code> <p>{about || t('studio.noAbout')}</p></div>}
    </figure>
  );
}
