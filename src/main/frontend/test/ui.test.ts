import { describe, expect, it } from 'vitest';
import { minorOf, moneyText } from '../src/ui/money.ts';
import { slaOf } from '../src/ui/sla.ts';
import { timeText } from '../src/ui/time.ts';

const now = Date.parse('2026-11-20T10:00:00Z');
const at = (minutes: number) => new Date(now + minutes * 60_000).toISOString();

describe('a deadline in words', () => {
  it.each([
    [7, 'soon', 'sla.left.minutes', { m: 7 }],
    [60, 'soon', 'sla.left.hours', { h: 1 }],
    [61, 'calm', 'sla.left.hoursMinutes', { h: 1, m: 1 }],
    [60 * 7 + 20, 'calm', 'sla.left.hours', { h: 7 }],
    [60 * 50, 'calm', 'sla.left.daysHours', { d: 2, h: 2 }],
    [60 * 24 * 6 + 30, 'calm', 'sla.left.days', { d: 6 }],
    [-30, 'late', 'sla.late.minutes', { m: 30 }],
    [-95, 'late', 'sla.late.hoursMinutes', { h: 1, m: 35 }],
  ])('%i minutes away is %s', (minutes, tone, key, values) => {
    expect(slaOf(at(minutes), now)).toEqual({ tone, key, values });
  });

  it('says nothing when nothing is promised', () => {
    expect(slaOf(null, now)).toBeNull();
    expect(slaOf('nonsense', now)).toBeNull();
  });

  it('rounds so that a kept promise is never called late', () => {
    expect(slaOf(new Date(now + 1000).toISOString(), now)).toMatchObject({ tone: 'soon', values: { m: 1 } });
  });
});

describe('money', () => {
  it('is written from minor units in the currency’s own digits', () => {
    expect(moneyText({ minor: 12950, currency: 'CNY' }, 'zh-CN')).toBe('¥129.50');
    expect(moneyText({ minor: 5, currency: 'CNY' }, 'zh-CN')).toBe('¥0.05');
    expect(moneyText({ minor: 1500, currency: 'JPY' }, 'en')).toBe('¥1,500');
    expect(moneyText({ minor: -2999, currency: 'BRL' }, 'en')).toBe('-R$29.99');
    expect(moneyText({ minor: 900719925474099, currency: 'CNY' }, 'zh-CN')).toContain('9,007,199,254,740.99');
  });

  it('is read without a binary fraction', () => {
    expect(minorOf('129.5', 'CNY')).toBe(12950);
    expect(minorOf('1,295.00', 'CNY')).toBe(129500);
    expect(minorOf('8.29', 'CNY')).toBe(829);
    expect(minorOf('1500', 'JPY')).toBe(1500);
  });

  it.each(['12.345', 'abc', '', '-5', '1e3', '5.5.5'])('refuses %s', (text) => {
    expect(minorOf(text, 'CNY')).toBeNull();
  });
});

describe('a moment', () => {
  it('is shown on the shop’s wall clock', () => {
    expect(timeText('2026-11-20T20:30:00Z', 'zh-CN', 'Asia/Shanghai')).toBe('11/21 04:30');
    expect(timeText('2026-11-20T20:30:00Z', 'zh-CN', 'America/Sao_Paulo')).toBe('11/20 17:30');
  });
});
