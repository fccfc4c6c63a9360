import { describe, expect, it } from 'vitest';
import type { Mapping } from '../src/api/imports.ts';
import { cells, columnsOf, placed } from '../src/features/imports/files.ts';
import { leavesOf } from '../src/features/imports/leaves.ts';
import { contentOf, fromOf, outlineOf, rowsOf, said, toSend, withValue, wordsFrom, wordsText } from '../src/features/imports/mapping.ts';

const mapping: Mapping = {
  main: 'orders', files: { orders: { file: '*olist_orders*' }, items: { file: '*olist_order_items*', key: ['order_id'] }, products: { file: '*olist_products*', optional: true } },
  fields: { orderId: { column: 'order_id' }, items: { each: 'items', fields: { paid: { column: 'price', as: 'money' }, title: { column: 'name', from: 'products' } } } },
};

describe('a mapping as a table', () => {
  it('has one line a leaf, read from the file its row stands in', () => {
    expect(rowsOf(mapping.fields, mapping.main).map((row) => [row.path.join('.'), row.alias])).toEqual([['orderId', 'orders'], ['items.paid', 'items'], ['items.title', 'items']]);
  });

  it('changes, adds and removes a leaf and leaves the rest alone', () => {
    const changed = withValue(mapping.fields, ['items', 'paid'], { column: 'amount' });
    expect(changed.items).toEqual({ each: 'items', fields: { paid: { column: 'amount' }, title: { column: 'name', from: 'products' } } });
    expect(withValue(mapping.fields, ['items', 'title'], null).items?.fields).toEqual({ paid: { column: 'price', as: 'money' } });
    expect(withValue({}, ['buyer', 'id'], { column: 'b' })).toEqual({ buyer: { fields: { id: { column: 'b' } } } });
    expect(mapping.fields.items?.fields?.paid).toEqual({ column: 'price', as: 'money' });
  });

  it('knows what a value is made of, one thing at a time', () => {
    const constant = said({ column: 'x', as: 'money' }, 'constant', '1');
    expect(constant).toEqual({ as: 'money', constant: 1 });
    expect([fromOf(constant), contentOf(constant)]).toEqual(['constant', '1']);
    expect(said({ constant: 'BRL' }, 'template', '{a}-{b}')).toEqual({ template: '{a}-{b}' });
    expect(said({}, 'constant', 'BRL').constant).toBe('BRL');
  });

  it('writes and reads the words of values', () => {
    expect(wordsText({ created: 'CREATED', approved: 'PAID' })).toBe('created=CREATED; approved=PAID');
    expect(wordsFrom('created=CREATED; approved=PAID')).toEqual({ created: 'CREATED', approved: 'PAID' });
    expect(wordsFrom('  ')).toBeUndefined();
  });

  it('sends no line that was left open', () => {
    const outline = outlineOf('orders', 'Asia/Shanghai', 'CNY');
    expect(toSend(outline).fields).toEqual({});
    expect(toSend({ ...outline, fields: withValue(outline.fields, ['items', 'paid'], { column: 'price', as: 'money' }) }).fields).toEqual({ items: { list: true, fields: { paid: { column: 'price', as: 'money' } } } });
  });
});

describe('files', () => {
  it('are placed by the names the mapping wants', () => {
    const files = [new File([], 'olist_order_items_dataset.csv'), new File([], 'OLIST_ORDERS_dataset.csv'), new File([], 'other.csv')];
    expect(placed(mapping, files)).toEqual({ orders: 'OLIST_ORDERS_dataset.csv', items: 'olist_order_items_dataset.csv' });
    expect(placed(outlineOf('stock', 'UTC', 'CNY'), [new File([], 'any.csv')])).toEqual({ main: 'any.csv' });
  });

  it('tell their columns, quotes, marks and semicolons included', async () => {
    expect(cells('"a ""b""",c,', ',')).toEqual(['a "b"', 'c', '']);
    expect(await columnsOf(new File(['\uFEFF订单号;金额;"买家;昵称"\r\n1;2;3'], 'x.csv'))).toEqual(['订单号', '金额', '买家;昵称']);
    expect(await columnsOf(new File(['PK'], 'x.xlsx'))).toEqual([]);
  });
});

describe('a mapped row', () => {
  it('lies flat, amounts whole', () => {
    expect(leavesOf({ id: 'a', items: [{ paid: { minor: 5, currency: 'CNY' } }], none: null })).toEqual([['id', 'a'], ['items[0].paid', { minor: 5, currency: 'CNY' }], ['none', null]]);
  });
});
