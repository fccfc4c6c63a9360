export type Sla = { tone: 'calm' | 'soon' | 'late'; key: string; values: Record<string, number> };

const minute = 60_000;
const soon = 60;

const spoken = (minutes: number): [string, Record<string, number>] => {
  if (minutes < 60) return ['minutes', { m: minutes }];
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return minutes % 60 && hours < 6 ? ['hoursMinutes', { h: hours, m: minutes % 60 }] : ['hours', { h: hours }];
  const days = Math.floor(hours / 24);
  return hours % 24 && days < 4 ? ['daysHours', { d: days, h: hours % 24 }] : ['days', { d: days }];
};

/** How long until the promise, in words an agent reads at a glance; null when nothing is promised. */
export function slaOf(dueAt: string | null | undefined, now: number): Sla | null {
  if (!dueAt) return null;
  const left = Date.parse(dueAt) - now;
  if (Number.isNaN(left)) return null;
  const late = left < 0;
  const minutes = late ? Math.floor(-left / minute) : Math.ceil(left / minute);
  const [unit, values] = spoken(minutes);
  const tone = late ? 'late' : minutes <= soon ? 'soon' : 'calm';
  return { tone, key: `sla.${late ? 'late' : 'left'}.${unit}`, values };
}
