export type SnoozeChoice = { key: 'hour' | 'threeHours' | 'tomorrow' | 'answer' | 'own'; until: string | null };

const hour = 3_600_000;

/** Moments a task may sleep until; none of them after its promise. */
export function choicesFor(dueAt: string | null | undefined, now: number): SnoozeChoice[] {
  const morning = new Date(now + 24 * hour);
  morning.setHours(9, 0, 0, 0);
  const all: [SnoozeChoice['key'], number][] = [['hour', now + hour], ['threeHours', now + 3 * hour], ['tomorrow', morning.getTime()]];
  const latest = dueAt ? Date.parse(dueAt) : Number.POSITIVE_INFINITY;
  return all.filter(([, at]) => at <= latest).map(([key, at]) => ({ key, until: new Date(at).toISOString() }));
}
