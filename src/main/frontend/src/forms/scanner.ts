import { useEffect, useRef } from 'react';

/**
 * A scanner is a keyboard that types a whole code within a few milliseconds and ends it with Enter. It is told from a person by
 * its speed, wherever the cursor stands and whatever input method is on; what it typed into another field is taken out again.
 */
const slowest = 60;
const shortest = 5;

type Stroke = { key: string; code: string; shiftKey: boolean; timeStamp: number };
const sign = ({ key, code }: Stroke) => {
  if (key.length === 1) return key;
  const [, letter] = /^(?:Key|Digit|Numpad)([A-Z0-9])$/.exec(code) ?? [];
  return letter ?? (code === 'Minus' ? '-' : '');
};

/** Collects strokes; answers with the code when a fast run of them was ended by Enter. */
export class Burst {
  private text = '';
  private last = -Infinity;

  /** True when this stroke begins a new run. */
  take(stroke: Stroke): boolean {
    const begins = stroke.timeStamp - this.last > slowest;
    if (begins) this.text = '';
    this.text += sign(stroke);
    this.last = stroke.timeStamp;
    return begins;
  }

  end(at: number): string | null {
    const code = at - this.last <= slowest && this.text.length >= shortest ? this.text.trim().toUpperCase() : null;
    this.text = '';
    this.last = -Infinity;
    return code;
  }
}

type Field = HTMLInputElement | HTMLTextAreaElement;
const fieldOf = (target: EventTarget | null): Field | null => (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement ? target : null);

function put(field: Field, value: string) {
  const own = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value');
  own?.set?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** The scan field takes a typed code whole by itself, unless an input method holds the letters back. */
const ownField = (event: KeyboardEvent) => event.target instanceof HTMLElement && event.target.dataset.scan !== undefined && !event.isComposing && event.key !== 'Process';

export function useScanner(onCode: (code: string) => void, active = true) {
  const latest = useRef(onCode);
  useEffect(() => {
    latest.current = onCode;
  });
  useEffect(() => {
    if (!active) return undefined;
    const burst = new Burst();
    let before: { field: Field; value: string } | null = null;
    const hear = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      if (ownField(event)) return;
      if (event.key === 'Enter' || event.code === 'Enter' || event.code === 'NumpadEnter') {
        const code = burst.end(event.timeStamp);
        if (!code) return;
        event.preventDefault();
        event.stopPropagation();
        if (before) put(before.field, before.value);
        latest.current(code);
      } else if (sign(event) !== '' && burst.take(event)) {
        const field = fieldOf(event.target);
        before = field && { field, value: field.value };
      }
    };
    window.addEventListener('keydown', hear, true);
    return () => window.removeEventListener('keydown', hear, true);
  }, [active]);
}
