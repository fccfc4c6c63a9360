import type { TFunction } from 'i18next';

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** Seconds in the largest unit that leaves a sensible number. */
export function durationText(seconds: number | null, t: TFunction, language: string): string {
  if (seconds === null) return '–';
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  if (seconds < 1) return t('cockpit.time.once');
  if (seconds < 90) return t('cockpit.time.seconds', { n: Math.round(seconds) });
  if (seconds < 90 * minute) return t('cockpit.time.minutes', { n: Math.round(seconds / minute) });
  return seconds < 2 * day ? t('cockpit.time.hours', { n: number.format(seconds / hour) }) : t('cockpit.time.days', { n: number.format(seconds / day) });
}

export const countText = (count: number, language: string) => new Intl.NumberFormat(language).format(count);
export const shareText = (part: number, whole: number, language: string) =>
  whole ? new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(part / whole) : '–';

/** The change against the period before, as a signed share; null when there was nothing to compare with. */
export function changeText(now: number | null, before: number | null, language: string): string | null {
  if (now === null || before === null || before === 0) return null;
  return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0, signDisplay: 'exceptZero' }).format((now - before) / Math.abs(before));
}

export type Heat = 'waiting' | 'waited' | 'late' | 'failed';
export const heats: Heat[] = ['waiting', 'waited', 'late', 'failed'];
export const heatLevels = 5;

type Load = { waiting: number; waited: { p95: number | null }; late: number; ended: number; failed: number };
/** What the heat is made of: a count, seconds, or a share. */
export function heatOf(step: Load, heat: Heat): number {
  if (heat === 'waited') return step.waited.p95 ?? 0;
  if (heat === 'late') return step.ended ? step.late / step.ended : 0;
  return step[heat];
}

/** Cold is 0; the hottest step of the picture has the highest level. */
export const levelOf = (value: number, hottest: number) => (value <= 0 || hottest <= 0 ? 0 : Math.max(1, Math.ceil((value / hottest) * heatLevels)));

/** The points of a small line in a box of 100 by 24. */
export function sparkline(values: number[]): string {
  const highest = Math.max(...values, 1);
  const lowest = Math.min(...values, 0);
  const width = Math.max(values.length - 1, 1);
  return values.map((value, at) => `${((at / width) * 100).toFixed(1)},${(22 - ((value - lowest) / (highest - lowest)) * 20).toFixed(1)}`).join(' ');
}
