/** A calendar day so many days before now, as `2026-11-22`, by the clock of this browser. */
export function daysBack(now: Date, days: number): string {
  const then = new Date(now.getFullYear(), now.getMonth(), now.getDate() - days);
  return [then.getFullYear(), then.getMonth() + 1, then.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** How long something has lain open, in the largest whole unit. */
export function ageText(seconds: number | null | undefined): { key: string; values: { count: number } } | null {
  if (seconds === null || seconds === undefined) return null;
  if (seconds < hour) return { key: 'recon.minutes', values: { count: Math.max(1, Math.round(seconds / minute)) } };
  return seconds < 2 * day ? { key: 'recon.hours', values: { count: Math.round(seconds / hour) } } : { key: 'recon.dayCount', values: { count: Math.round(seconds / day) } };
}
