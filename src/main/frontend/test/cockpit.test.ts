import { describe, expect, it } from 'vitest';
import type { TFunction } from 'i18next';
import { changeText, durationText, heatOf, levelOf, shareText, sparkline } from '../src/features/cockpit/figures.ts';

const t = ((key: string, values?: { n?: unknown }) => `${key.replace('cockpit.time.', '')}${values?.n ?? ''}`) as unknown as TFunction;

describe('figures of the cockpit', () => {
  it('tell a duration in the unit people would', () => {
    expect(durationText(null, t, 'en')).toBe('–');
    expect(durationText(0, t, 'en')).toBe('once');
    expect(durationText(45, t, 'en')).toBe('seconds45');
    expect(durationText(600, t, 'en')).toBe('minutes10');
    expect(durationText(3 * 3600, t, 'en')).toBe('hours3');
    expect(durationText(3 * 86_400, t, 'en')).toBe('days3');
  });

  it('compare only with something', () => {
    expect(changeText(12, 0, 'en')).toBeNull();
    expect(changeText(12, null, 'en')).toBeNull();
    expect(changeText(12, 10, 'en')).toBe('+20%');
    expect(changeText(8, 10, 'en')).toBe('-20%');
    expect(shareText(1, 0, 'en')).toBe('–');
    expect(shareText(1, 4, 'en')).toBe('25%');
  });

  it('are cold without load and hottest at the top', () => {
    const step = { waiting: 3, waited: { p95: 60 }, late: 1, ended: 4, failed: 2 };
    expect([heatOf(step, 'waiting'), heatOf(step, 'waited'), heatOf(step, 'late'), heatOf(step, 'failed')]).toEqual([3, 60, 0.25, 2]);
    expect(heatOf({ ...step, ended: 0 }, 'late')).toBe(0);
    expect(levelOf(0, 10)).toBe(0);
    expect(levelOf(0.1, 10)).toBe(1);
    expect(levelOf(10, 10)).toBe(5);
    expect(levelOf(3, 0)).toBe(0);
  });

  it('draw a line that stays in its box', () => {
    const points = sparkline([0, 5, 10]).split(' ').map((point) => point.split(',').map(Number));
    expect(points.map(([x]) => x)).toEqual([0, 50, 100]);
    expect(points.every(([, y]) => (y ?? -1) >= 0 && (y ?? 99) <= 24)).toBe(true);
  });
});
