import type { SpokenState } from '../../api/messages.ts';
import type { Tone } from '../../ui/Tag.tsx';

export const sentTone: Record<SpokenState, Tone> = {
  RECEIVED: 'plain', QUEUED: 'blue', WAITING: 'amber', SENT: 'green', HELD: 'violet', REFUSED: 'red', BLOCKED: 'red', SKIPPED: 'plain', FAILED: 'red',
};

const open = /\{(\w+)\}/g;
/** Words of a template the case could not fill in: they stand in braces until a person writes them. */
export const openWords = (text: string) => [...new Set(Array.from(text.matchAll(open), (match) => match[1] ?? ''))];

/** Puts the cursor over the first gap of a template, so that typing fills it. */
export function selectGap(field: HTMLTextAreaElement | null) {
  const gap = field && /\{\w+\}/.exec(field.value);
  if (!gap) return;
  field.focus();
  field.setSelectionRange(gap.index, gap.index + gap[0].length);
}
