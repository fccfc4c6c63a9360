import { describe, expect, it } from 'vitest';
import type { Schema } from '../src/api/types.ts';
import { answeredIn, draftIn, factsIn } from '../src/forms/formLanguage.ts';
import { scanInto, takesScans, uncounted } from '../src/forms/scan.ts';
import { Burst } from '../src/forms/scanner.ts';

const picking: Schema = {
  components: [
    { type: 'dynamiclist', id: 'lines', path: 'lines', components: [
      { type: 'textfield', id: 'sku', key: 'sku', disabled: true },
      { type: 'number', id: 'picked', key: 'picked', label: '拣货', properties: { scan: 'count' } },
    ] },
    { type: 'textfield', id: 'waybill', key: 'waybill', label: '运单号', properties: { scan: 'waybill' } },
    { type: 'radio', id: 'how', key: 'how', label: '方案', valuesKey: 'options' },
  ],
};
const shelf = () => ({ lines: [{ sku: 'A-1', title: '被子', expected: 2, picked: null }, { sku: 'B-2', title: '枕头', expected: 1, picked: 0 }], waybill: '' });

describe('a scan', () => {
  it('counts the goods it names, however they are written', () => {
    const { data, scanned } = scanInto(picking, shelf(), ' a-1 ');
    expect(data?.lines).toEqual([{ sku: 'A-1', title: '被子', expected: 2, picked: 1 }, { sku: 'B-2', title: '枕头', expected: 1, picked: 0 }]);
    expect(scanned).toEqual({ kind: 'counted', title: '被子', count: 1, expected: 2, full: false });
  });

  it('counts no more than belong there', () => {
    const { data, scanned } = scanInto(picking, { ...shelf(), lines: [{ sku: 'B-2', title: '枕头', expected: 1, picked: 1 }] }, 'B-2');
    expect(data).toBeUndefined();
    expect(scanned).toEqual({ kind: 'tooMany', title: '枕头', expected: 1 });
  });

  it('is wrong while goods are missing and it names none of them', () => {
    expect(scanInto(picking, shelf(), 'C-3').scanned).toEqual({ kind: 'wrong' });
  });

  it('fills the waybill once all goods are there', () => {
    const full = { ...shelf(), lines: [{ sku: 'A-1', expected: 2, picked: 2 }] };
    const { data, scanned } = scanInto(picking, full, 'sf123456');
    expect(data?.waybill).toBe('SF123456');
    expect(scanned).toEqual({ kind: 'filled', title: '运单号', value: 'SF123456' });
    expect(scanInto(picking, { ...full, waybill: 'SF123456' }, 'C-3').scanned).toEqual({ kind: 'wrong' });
  });

  it('counts anew what was only told, and goes on with what was counted', () => {
    const told = { lines: [{ sku: 'A-1', expected: 2, picked: 2 }] };
    expect(uncounted(picking, told, told).lines).toEqual([{ sku: 'A-1', expected: 2, picked: 0 }]);
    const counted = { lines: [{ sku: 'A-1', expected: 2, picked: 1 }] };
    expect(uncounted(picking, counted, told)).toBe(counted);
  });

  it('has no place in a form without one', () => {
    const plain: Schema = { components: [{ type: 'textfield', id: 'note', key: 'note' }] };
    expect(scanInto(plain, {}, 'A-1').scanned).toEqual({ kind: 'none' });
    expect([takesScans(plain), takesScans(picking), takesScans(undefined)]).toEqual([false, true, false]);
  });
});

describe('rows of a form', () => {
  it('keep a draft of what was answered, and tell the facts beside it anew', () => {
    const draft = { lines: [{ sku: 'OLD', expected: 9, picked: 2 }], waybill: 'SF1', how: 'x' };
    expect(draftIn(picking, draft, shelf())).toEqual({
      lines: [{ sku: 'A-1', title: '被子', expected: 2, picked: 2 }, { sku: 'B-2', title: '枕头', expected: 1, picked: 0 }], waybill: 'SF1', how: 'x',
    });
  });

  it('leave in a draft what the form was told', () => {
    const data = { ...shelf(), how: 'x', options: [{ value: 'x', label: '换货' }], warning: '轻了' };
    expect(answeredIn(picking, data)).toEqual({ lines: [{ picked: null }, { picked: 0 }], waybill: '', how: 'x' });
  });

  it('offer the answers of the case in the reader\'s language', () => {
    const told = { options: [{ value: 'x', label: '换货', labelEn: 'Exchange' }], lines: [] };
    expect(factsIn(picking, told, 'en').options).toEqual([{ value: 'x', label: 'Exchange', labelEn: 'Exchange' }]);
    expect(factsIn(picking, told, 'zh-CN')).toEqual({ options: told.options });
  });
});

describe('a scanner', () => {
  const type = (burst: Burst, text: string, pause: number, key = (sign: string) => sign) => {
    let at = 1000;
    for (const sign of text) burst.take({ key: key(sign), code: /\d/.test(sign) ? `Digit${sign}` : sign === '-' ? 'Minus' : `Key${sign.toUpperCase()}`, shiftKey: false, timeStamp: (at += pause) });
    return burst.end(at + pause);
  };

  it('is told by its speed', () => {
    expect(type(new Burst(), 'sf7300015838', 8)).toBe('SF7300015838');
    expect(type(new Burst(), 'sf7300015838', 120)).toBeNull();
    expect(type(new Burst(), 'abc', 5)).toBeNull();
  });

  it('is read through a Chinese input method', () => {
    expect(type(new Burst(), 'P-5002-A', 8, () => 'Process')).toBe('P-5002-A');
  });
});
