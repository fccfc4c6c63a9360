import { render } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { comboOf, useHotkeys, type Hotkey } from '../src/app/hotkeys.ts';

function Bound({ keys, active }: { keys: Hotkey[]; active?: boolean }) {
  useHotkeys(keys, active);
  return <><input aria-label="field" /><input type="checkbox" aria-label="tick" /></>;
}
const press = (code: string, more: KeyboardEventInit = {}, target: EventTarget = document.body) =>
  target.dispatchEvent(new KeyboardEvent('keydown', { code, bubbles: true, cancelable: true, ...more }));

describe('hotkeys', () => {
  afterEach(() => { document.body.innerHTML = ''; });

  it('fire by the place of the key, whatever the input method calls it', () => {
    const run = vi.fn<() => void>();
    const { unmount } = render(<Bound keys={[{ keys: 'KeyJ', run }]} />);
    press('KeyJ', { key: 'Process' });
    expect(run).toHaveBeenCalledTimes(1);
    unmount();
  });

  it('rest while a word is being composed', () => {
    const run = vi.fn<() => void>();
    const { unmount } = render(<Bound keys={[{ keys: 'KeyJ', run }]} />);
    press('KeyJ', { isComposing: true });
    expect(run).not.toHaveBeenCalled();
    unmount();
  });

  it('rest in a text field, except those meant for it', () => {
    const single = vi.fn<() => void>();
    const complete = vi.fn<() => void>();
    const { getByLabelText, unmount } = render(<Bound keys={[{ keys: 'KeyC', run: single }, { keys: 'Mod+Enter', run: complete, whileTyping: true }]} />);
    press('KeyC', {}, getByLabelText('field'));
    press('Enter', { ctrlKey: true }, getByLabelText('field'));
    expect(single).not.toHaveBeenCalled();
    expect(complete).toHaveBeenCalledTimes(1);
    press('KeyC', {}, getByLabelText('tick'));
    expect(single).toHaveBeenCalledTimes(1);
    unmount();
  });

  it('go to what was bound last', () => {
    const below = vi.fn<() => void>();
    const above = vi.fn<() => void>();
    const first = render(<Bound keys={[{ keys: 'Escape', run: below }]} />);
    const second = render(<Bound keys={[{ keys: 'Escape', run: above }]} />);
    press('Escape');
    second.unmount();
    press('Escape');
    expect([above.mock.calls.length, below.mock.calls.length]).toEqual([1, 1]);
    first.unmount();
  });

  it('know a sequence of two keys', () => {
    const run = vi.fn<() => void>();
    const { unmount } = render(<Bound keys={[{ keys: 'KeyG KeyD', run }]} />);
    press('KeyD');
    press('KeyG');
    press('KeyX');
    press('KeyD');
    expect(run).not.toHaveBeenCalled();
    press('KeyG');
    press('KeyD');
    expect(run).toHaveBeenCalledTimes(1);
    unmount();
  });

  it('do nothing while switched off', () => {
    const run = vi.fn<() => void>();
    const { unmount } = render(<Bound keys={[{ keys: 'KeyN', run }]} active={false} />);
    press('KeyN');
    expect(run).not.toHaveBeenCalled();
    unmount();
  });

  it('spell control and command alike', () => {
    expect(comboOf(new KeyboardEvent('keydown', { code: 'KeyK', metaKey: true }))).toBe('Mod+KeyK');
    expect(comboOf(new KeyboardEvent('keydown', { code: 'Slash', shiftKey: true }))).toBe('Shift+Slash');
    expect(comboOf(new KeyboardEvent('keydown', { code: 'Minus', key: '?', shiftKey: true }))).toBe('Shift+Slash');
  });
});
