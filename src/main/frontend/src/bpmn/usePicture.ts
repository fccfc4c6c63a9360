import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import './picture.css';
import { processIn } from './processText.ts';

export type Shape = { id: string; type: string; businessObject: { name?: string; documentation?: { text: string }[] } };
type Canvas = { zoom: (to: 'fit-viewport' | number, center?: 'auto') => number; addMarker: (id: string, marker: string) => void; removeMarker: (id: string, marker: string) => void; viewbox: () => { scale: number }; scrollToElement: (id: string) => void; resized: () => void };
type Registry = { get: (id: string) => Shape | undefined; filter: (fits: (shape: Shape) => boolean) => Shape[] };
type Bus = { on: (event: 'element.click', hear: (event: { element: Shape }) => void) => void };

const air = 0.95;
export const canvasOf = (viewer: NavigatedViewer) => viewer.get('canvas') as Canvas;
/** All of it with some air around, so that no line lies on the frame. */
export function fit(viewer: NavigatedViewer) {
  const canvas = canvasOf(viewer);
  canvas.zoom('fit-viewport', 'auto');
  canvas.zoom(canvas.viewbox().scale * air, 'auto');
}
export const shapesOf = (viewer: NavigatedViewer) => viewer.get('elementRegistry') as Registry;
export const onClick = (viewer: NavigatedViewer, hear: (shape: Shape) => void) => (viewer.get('eventBus') as Bus).on('element.click', ({ element }) => hear(element));

/** A model drawn in the reader's language: where it is drawn, the viewer once all is there, and whether it cannot be drawn. */
export function usePicture(xml: string) {
  const { language } = useTranslation().i18n;
  const host = useRef<HTMLDivElement>(null);
  const [viewer, setViewer] = useState<NavigatedViewer | null>(null);
  const [broken, setBroken] = useState(false);
  const text = useMemo(() => processIn(xml, language), [xml, language]);
  useEffect(() => {
    const place = document.createElement('div');
    place.className = 'picture-place';
    host.current?.append(place);
    const font = { fontFamily: getComputedStyle(document.body).fontFamily };
    const drawn = new NavigatedViewer({ container: place, textRenderer: { defaultStyle: font, externalStyle: font } });
    let dead = false;
    drawn.importXML(text).then(
      () => {
        if (dead) return;
        fit(drawn);
        setViewer(drawn);
      },
      () => { if (!dead) setBroken(true); },
    );
    return () => {
      dead = true;
      setViewer(null);
      drawn.destroy();
      place.remove();
    };
  }, [text]);
  return { host, viewer, broken };
}
