import type { FaultSetting } from '../../api/sandbox.ts';

/** How badly the played payment provider behaves, in four steps a newcomer understands. */
export const weathers = ['fair', 'slow', 'rough', 'storm'] as const;
export type Weather = (typeof weathers)[number];

export const settings: Record<Weather, FaultSetting> = {
  fair: { seed: 1, rates: {} },
  slow: { seed: 1, rates: { PROCESSING: 1 }, delaySeconds: 10 },
  rough: { seed: 1, rates: { FAIL_BEFORE: 0.2, FAIL_AFTER: 0.2, LOSE_REPLY: 0.2 }, delaySeconds: 3, doubledNotices: 0.5 },
  storm: { seed: 1, rates: { FAIL_BEFORE: 0.15, FAIL_AFTER: 0.2, LOSE_REPLY: 0.2, GARBLE: 0.1, LATE: 0.2 }, delaySeconds: 5, doubledNotices: 0.8, lostNotices: 0.3 },
};

const sameRates = (a: Record<string, number>, b: Record<string, number>) => JSON.stringify(Object.entries(a).toSorted()) === JSON.stringify(Object.entries(b).toSorted());
export const weatherOf = (setting: FaultSetting | undefined): Weather | null => (setting ? weathers.find((weather) => sameRates(settings[weather].rates, setting.rates)) ?? null : null);
