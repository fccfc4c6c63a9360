import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Reader } from '../src/api/desk.ts';
import type { Me } from '../src/api/types.ts';
import { hitsOf } from '../src/app/SearchHits.tsx';
import { lookAfter, straight, transformOf } from '../src/features/cases/viewerMoves.ts';
import { called } from '../src/features/notes/calls.ts';
import { defaultView, filtersOf, sameWords, wordsOf } from '../src/features/tasks/filterWords.ts';
import { choicesFor } from '../src/features/tasks/snooze.ts';
import { halfOf } from '../src/ui/bilingual.ts';
import { lawIn } from '../src/ui/laws.ts';

const reader = (id: number, name: string): Reader => ({ id, login: `p${id}`, name, roles: [] });
const now = Date.parse('2026-11-30T02:00:00Z');

describe('a note', () => {
  const readers = [reader(1, '陈一'), reader(2, '陈一诺'), reader(3, '赵磊')];

  it('calls on whom it names, the longest name first, each once', () => {
    expect(called('@陈一诺 请看，@赵磊 也看，@陈一诺', readers).map(({ id }) => id)).toEqual([2, 3]);
    expect(called('@陈一 请看', readers).map(({ id }) => id)).toEqual([1]);
    expect(called('陈一诺 没有被提醒，@谁 也没有', readers)).toEqual([]);
  });
});

describe('a snoozed task', () => {
  it('never sleeps past its promise', () => {
    expect(choicesFor('2026-11-30T04:00:00Z', now).map(({ key }) => key)).toEqual(['hour']);
    expect(choicesFor(null, now).map(({ key }) => key)).toEqual(['hour', 'threeHours', 'tomorrow']);
    expect(choicesFor('2026-11-30T02:30:00Z', now)).toEqual([]);
  });
});

describe('an address of a list', () => {
  it('holds what narrows the list apart from what chooses and sorts it', () => {
    const search = { view: 'all', sort: 'due', kind: 'REVIEW', least: '100', tag: undefined };
    expect(filtersOf(search)).toEqual({ kind: 'REVIEW', least: '100' });
    expect(wordsOf(search)).toEqual({ view: 'all', sort: 'due', kind: 'REVIEW', least: '100' });
    expect(sameWords({ view: 'all' }, { view: 'all', tag: '' })).toBe(true);
    expect(sameWords({ view: 'all' }, { view: 'mine' })).toBe(false);
  });

  it('begins where the role begins its day', () => {
    const me = (...roles: string[]) => ({ roles }) as unknown as Me;
    expect([me('AGENT'), me('LEAD'), me('SUPERVISOR'), me('WAREHOUSE'), me('DIRECTOR')].map(defaultView)).toEqual(['mine', 'team', 'overdue', 'team', 'all']);
  });
});

describe('a piece of evidence', () => {
  it('is turned, scaled and moved by keys and put straight again', () => {
    const after = ['Equal', 'KeyR', 'KeyD'].reduce((look, code) => lookAfter(code, false, look) ?? look, straight);
    expect(after).toEqual({ turn: 90, scale: 1.25, x: -60, y: 0 });
    expect(transformOf(after)).toBe('translate(-60px, 0px) rotate(90deg) scale(1.25)');
    expect(lookAfter('KeyR', true, straight)?.turn).toBe(270);
    expect(lookAfter('Digit0', false, after)).toEqual(straight);
    expect(lookAfter('KeyQ', false, after)).toBeUndefined();
  });

  it('is never scaled to nothing or without end', () => {
    let look = straight;
    for (let i = 0; i < 40; i += 1) look = lookAfter('Minus', false, look) ?? look;
    expect(look.scale).toBe(0.25);
    for (let i = 0; i < 80; i += 1) look = lookAfter('Equal', false, look) ?? look;
    expect(look.scale).toBe(8);
  });
});

describe('what the box finds', () => {
  it('is walked cases first, then orders', () => {
    const order = { shop: 'lanting', orderId: 'T1', state: 'PAID', createdAt: '', buyerName: '张*', paid: { minor: 1, currency: 'CNY' }, lines: 1 };
    const one = { number: 'LT-1', shop: 'lanting', kind: 'REVIEW', state: 'OPEN', orderId: 'T1', buyerName: '张*', amount: null, openedAt: '', by: 'phone' as const };
    expect(hitsOf({ cases: [one], orders: [{ order, by: 'PHONE' }], more: false }).map(({ id }) => id)).toEqual(['case-LT-1', 'order-lanting-T1']);
    expect(hitsOf(undefined)).toEqual([]);
  });
});

describe('a text in both languages', () => {
  it('shows one half without its marks', () => {
    expect(halfOf('其他：3天。 / Elsewhere: 3 days. [P] [D10.1]', 'en')).toBe('Elsewhere: 3 days.');
    expect(halfOf('平台给出的期限优先。 / The platform first. [A]', 'zh-CN')).toBe('平台给出的期限优先。');
    expect(halfOf('只有中文', 'en')).toBe('只有中文');
    expect(halfOf('延误：免费。 / Delay: free. [B] 民法典 832 [B2.9]', 'zh-CN')).toBe('延误：免费。（民法典 832）');
    expect(halfOf('延误：免费。 / Delay: free. [B] 民法典 832 [B2.9]', 'en')).toBe('Delay: free. (Civil Code 832)');
  });

  it('calls every law of the rule book by an English name', () => {
    expect(halfOf('退货。 / Return. [A] 电商法20、消法24(2) [L-CPL]', 'en')).toBe('Return. (E-Commerce Law 20, Consumer Protection Law 24(2))');
    const tables = readdirSync('../../../processes', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.dmn'));
    const rows = tables.flatMap((file) => [...readFileSync(path.join('../../../processes', file), 'utf8').matchAll(/<rule [^>]*>\s*<description>([^<]*)<\/description>/g)].map(([, text]) => text ?? ''));
    expect(rows.length).toBeGreaterThan(200);
    const laws = rows.flatMap((text) => [...text.matchAll(/\[[A-Z]\]([^[<]*)(?=\[|$)/g)].map(([, law]) => (law ?? '').trim())).filter(Boolean);
    expect(laws.length).toBeGreaterThan(50);
    expect(laws.map((law) => lawIn('en', law)).filter((law) => /\p{Script=Han}/u.test(law))).toEqual([]);
  });
});
