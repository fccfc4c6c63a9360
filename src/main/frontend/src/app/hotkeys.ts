import { useEffect, useRef } from 'react';

/**
 * Keys are bound by place (event.code), so a Chinese input method that reports every letter as "Process" changes nothing;
 * nothing fires while a word is being composed, and single keys never fire inside a text field.
 */
export type Hotkey = { keys: string; run: (event: KeyboardEvent) => void; whileTyping?: boolean };
type Scope = { current: Hotkey[] };

const scopes: Scope[] = [];
const sequenceWindow = 900;
let started: { combo: string; at: number } | null = null;

const typingPlaces = 'input,textarea,select,[contenteditable=""],[contenteditable="true"],[role=textbox],[role=combobox]';
const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest(typingPlaces) !== null && !isTickBox(target);
const isTickBox = (target: HTMLElement) => target instanceof HTMLInputElement && ['checkbox', 'radio', 'button'].includes(target.type);

/** The question mark is named by its sign too: it lies on other keys on other keyboards. */
export const comboOf = (event: KeyboardEvent) =>
  event.key === '?' ? 'Shift+Slash' : [(event.ctrlKey || event.metaKey) && 'Mod', event.altKey && 'Alt', event.shiftKey && 'Shift', event.code].filter(Boolean).join('+');

const find = (keys: string, typing: boolean) => {
  for (const scope of scopes.toReversed()) {
    const hit = scope.current.find((key) => key.keys === keys && (!typing || key.whileTyping));
    if (hit) return hit;
  }
  return undefined;
};

const moves = /^(KeyJ|KeyK|ArrowDown|ArrowUp)$/;

export function onKeyDown(event: KeyboardEvent) {
  if (event.isComposing || event.keyCode === 229 && isTyping(event.target) || event.defaultPrevented) return;
  const combo = comboOf(event);
  if (event.repeat && !moves.test(combo)) return;
  const typing = isTyping(event.target);
  const followed = started && event.timeStamp - started.at < sequenceWindow ? find(`${started.combo} ${combo}`, typing) : undefined;
  started = null;
  const hit = followed ?? find(combo, typing);
  if (hit) {
    event.preventDefault();
    hit.run(event);
  } else if (!typing && scopes.some((scope) => scope.current.some((key) => key.keys.startsWith(`${combo} `)))) {
    started = { combo, at: event.timeStamp };
  }
}

let listening = false;

/** Binds keys while the component is shown; what was bound last wins. */
export function useHotkeys(keys: Hotkey[], active = true) {
  const scope = useRef<Hotkey[]>(keys);
  useEffect(() => {
    scope.current = keys;
  });
  useEffect(() => {
    if (!active) return undefined;
    if (!listening) {
      listening = true;
      window.addEventListener('keydown', onKeyDown);
    }
    scopes.push(scope);
    return () => {
      scopes.splice(scopes.indexOf(scope), 1);
    };
  }, [active]);
}
