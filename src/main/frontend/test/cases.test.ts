import type { TFunction } from 'i18next';
import { describe, expect, it } from 'vitest';
import type { Order } from '../src/api/types.ts';
import { processIn, processName } from '../src/bpmn/processText.ts';
import { amountFault, emptyAsk, paidFor, toNewCase } from '../src/features/cases/newCaseAsk.ts';
import { factWords } from '../src/features/cases/factWords.ts';
import { groupOf } from '../src/features/cases/words.ts';
import { settings, weatherOf } from '../src/features/sandbox/faults.ts';

const order: Order = {
  shop: 'lanting', orderId: 'T1', state: 'PAID', currency: 'CNY', freight: { minor: 1000, currency: 'CNY' },
  items: [{ lineId: '1', title: '茶几', quantity: 1, paid: { minor: 12950, currency: 'CNY' } }, { lineId: '2', title: '蜡烛', quantity: 3, paid: { minor: 1000, currency: 'CNY' } }],
};

describe('a case by hand', () => {
  it('counts what was paid for the chosen pieces, never more', () => {
    expect(paidFor(order, { 1: 1, 2: 2 })).toEqual({ minor: 12950 + 666, currency: 'CNY' });
    expect(paidFor(order, {}).minor).toBe(0);
  });

  it('says what is wrong with an amount', () => {
    const ask = { ...emptyAsk, lines: { 1: 1 } };
    expect(amountFault(order, { ...ask, amount: '' }, 'zh-CN')).toBeNull();
    expect(amountFault(order, { ...ask, amount: '139.50' }, 'zh-CN')).toBeNull();
    expect(amountFault(order, { ...ask, amount: '139.51' }, 'zh-CN')).toEqual({ key: 'newCase.amountTooMuch', most: '¥139.50' });
    expect(amountFault(order, { ...ask, amount: '0' }, 'zh-CN')).toEqual({ key: 'newCase.amountWrong' });
    expect(amountFault(order, { ...ask, amount: 'viel' }, 'zh-CN')).toEqual({ key: 'newCase.amountWrong' });
  });

  it('is told to the server in minor units, without what was left open', () => {
    const told = toNewCase(order, { ...emptyAsk, words: ' 不要了 ', lines: { 2: 2 }, amount: '6.66' }, 'lanting');
    expect(told).toMatchObject({ shop: 'lanting', orderId: 'T1', reasonText: '不要了', lines: [{ lineId: '2', quantity: 2 }], askedAmount: { minor: 666, currency: 'CNY' } });
    expect(toNewCase(order, emptyAsk, 'lanting').askedAmount).toBeNull();
  });
});

describe('the picture of a process', () => {
  const xml = `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"><bpmn:process id="p"><bpmn:userTask id="a" name="审核"><bpmn:extensionElements><camunda:properties><camunda:property name="label.en" value="Review &lt;1&gt;"/></camunda:properties></bpmn:extensionElements></bpmn:userTask><bpmn:userTask id="b" name="打款"/></bpmn:process></bpmn:definitions>`;

  it('takes English names from the property beside the Chinese', () => {
    const english = new DOMParser().parseFromString(processIn(xml, 'en'), 'text/xml');
    const names = [...english.getElementsByTagName('bpmn:userTask')].map((task) => task.getAttribute('name'));
    expect(names).toEqual(['Review <1>', '打款']);
    expect(processIn(xml, 'zh-CN')).toBe(xml);
  });

  it('is called by its own name, an owner’s new one too, and by its id where it has none', () => {
    const named = '<d xmlns:b="b" xmlns:c="c"><b:process id="warranty" name="延保"><b:extensionElements><c:properties><c:property name="label.en" value="Longer warranty"/></c:properties></b:extensionElements><b:userTask id="a" name="审核"/></b:process></d>';
    expect(processName(named, 'zh-CN')).toBe('延保');
    expect(processName(named, 'en')).toBe('Longer warranty');
    expect(processName(xml, 'en')).toBe('p');
  });
});

describe('a fact of a decision', () => {
  const t = ((key: string, otherwise?: string) => ({ 'reason.DAMAGED': '破损', 'why.yes': '是', 'why.no': '否' })[key] ?? otherwise ?? key) as TFunction;

  it('is told in words where it has some, and as the table has it otherwise', () => {
    expect([factWords(t, 'reasonCode', 'DAMAGED'), factWords(t, 'shipped', true), factWords(t, 'again', false)]).toEqual(['破损', '是', '否']);
    expect([factWords(t, 'clause', 'DAMAGED'), factWords(t, 'reasonCode', 'OWN_CODE'), factWords(t, 'days', 0)]).toEqual(['DAMAGED', 'OWN_CODE', '0']);
    expect([factWords(t, 'riskFlags', []), factWords(t, 'tier', null), factWords(t, 'reasonCode', ['DAMAGED', 'X'])]).toEqual(['–', '–', '破损, X']);
  });
});

describe('the timeline', () => {
  it.each([['REQUEST', 'buyer'], ['MESSAGE', 'buyer'], ['MONEY', 'money'], ['TASK', 'person'], ['REMARK', 'person'], ['EVIDENCE', 'person'], ['DECISION', 'system'], ['OPENED', 'system'], ['ORDER', 'parcel']])('puts %s under %s', (kind, group) => {
    expect(groupOf(kind)).toBe(group);
  });

  it('gives to people what a person did, and to the product what it or an interface did', () => {
    expect(['lin', 'system', 'key-1', null].map((by) => groupOf('DECISION', by))).toEqual(['person', 'system', 'system', 'system']);
  });
});

describe('the provider’s weather', () => {
  it('is known again from its setting', () => {
    expect(weatherOf({ rates: {} })).toBe('fair');
    expect(weatherOf({ ...settings.storm, rates: Object.fromEntries(Object.entries(settings.storm.rates).toReversed()) })).toBe('storm');
    expect(weatherOf({ rates: { REFUSE: 1 } })).toBeNull();
  });
});
