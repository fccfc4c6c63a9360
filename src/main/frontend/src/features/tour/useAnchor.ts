import { useEffect, useRef, useState } from 'react';
import type { Stop } from './tours.ts';

const patience = 4000;
export type Box = { anchor: DOMRect | null };

const seen = (element: Element | null) => (element && element.getBoundingClientRect().width > 0 ? element : null);
const find = (selectors: string[]) => selectors.map((selector) => seen(document.querySelector(selector))).find((element) => element !== null) ?? null;

/** Waits for what a stop points at and follows it; null until it is there. Tells when it does not come. */
export function useAnchor(stop: Stop | undefined, absent: () => void): Box | null {
  const [box, setBox] = useState<{ of: Stop; anchor: DOMRect | null } | null>(null);
  const missing = useRef(absent);
  useEffect(() => {
    missing.current = absent;
  });
  useEffect(() => {
    if (!stop?.at) return undefined;
    let pressed = !stop.press;
    let found: Element | null = null;
    const measure = () => {
      if (found) setBox({ of: stop, anchor: found.getBoundingClientRect() });
    };
    const look = () => {
      const button = pressed ? null : document.querySelector<HTMLElement>(stop.press ?? '');
      if (button) {
        pressed = true;
        button.click();
      }
      const element = pressed ? find(stop.at ?? []) : null;
      if (element && element !== found) {
        found = element;
        element.scrollIntoView({ block: 'nearest' });
        measure();
      }
    };
    const changes = new MutationObserver(() => {
      look();
      measure();
    });
    changes.observe(document.body, { childList: true, subtree: true });
    window.addEventListener('resize', measure);
    window.addEventListener('scroll', measure, true);
    const first = requestAnimationFrame(look);
    const over = setTimeout(() => {
      if (!found) missing.current();
    }, patience);
    return () => {
      cancelAnimationFrame(first);
      clearTimeout(over);
      changes.disconnect();
      window.removeEventListener('resize', measure);
      window.removeEventListener('scroll', measure, true);
    };
  }, [stop]);
  if (stop && !stop.at) return { anchor: null };
  return box && box.of === stop ? box : null;
}
