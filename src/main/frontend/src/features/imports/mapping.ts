import type { Mapping, Value } from '../../api/imports.ts';
import { wordsOf } from '../../forms/formLanguage.ts';

/** One line of the mapping table: a field by its path, and what it is made of. */
export type Row = { path: string[]; alias: string; value: Value };

/** The leaves of a mapping in order; lists and objects are walked into, each with the file its row is read from. */
export function rowsOf(fields: Record<string, Value>, main: string, under: string[] = []): Row[] {
  return Object.entries(fields).flatMap(([name, value]) => {
    const path = [...under, name];
    return value.fields ? rowsOf(value.fields, value.each ?? main, path) : [{ path, alias: main, value }];
  });
}

/** The same fields with one leaf changed, added, or (null) taken away. */
export function withValue(fields: Record<string, Value>, [name = '', ...rest]: string[], value: Value | null): Record<string, Value> {
  if (rest.length) {
    const inner = fields[name] ?? { fields: {} };
    return { ...fields, [name]: { ...inner, fields: withValue(inner.fields ?? {}, rest, value) } };
  }
  if (value) return { ...fields, [name]: value };
  const { [name]: _, ...others } = fields;
  return others;
}

export type From = 'column' | 'constant' | 'template';
export const fromOf = (value: Value): From => (value.template !== undefined ? 'template' : value.constant !== undefined ? 'constant' : 'column');
export const contentOf = (value: Value): string => {
  if (value.template !== undefined) return value.template;
  if (value.constant !== undefined) return typeof value.constant === 'string' ? value.constant : JSON.stringify(value.constant);
  return value.column ?? '';
};

const constantOf = (text: string): unknown => (/^(true|false|null|-?\d+(\.\d+)?)$/.test(text) ? JSON.parse(text) : text);

/** The value told anew: what it is read from, and the column, text or constant itself. */
export function said(value: Value, from: From, content: string): Value {
  const { column: _, template: __, constant: ___, ...rest } = value;
  if (from === 'constant') return { ...rest, constant: constantOf(content) };
  return { ...rest, [from]: content };
}

export const wordsText = (words: Record<string, string> | undefined) => Object.entries(words ?? {}).map(([from, to]) => `${from}=${to}`).join('; ');
export const wordsFrom = (text: string) => {
  const words = wordsOf(text);
  return Object.keys(words).length ? words : undefined;
};

const unused = (value: Value) => !value.fields && value.column === '' && value.template === undefined && value.constant === undefined;

function trimmed(fields: Record<string, Value>): Record<string, Value> {
  const kept = Object.entries(fields).flatMap(([name, value]): [string, Value][] => {
    if (unused(value)) return [];
    if (!value.fields) return [[name, value]];
    const inner = trimmed(value.fields);
    return Object.keys(inner).length ? [[name, { ...value, fields: inner }]] : [];
  });
  return Object.fromEntries(kept);
}

/** What is sent: lines left open are left out. */
export const toSend = (mapping: Mapping): Mapping => ({ ...mapping, fields: trimmed(mapping.fields) });

const columns = (...names: string[]) => Object.fromEntries(names.map((name) => [name, { column: '' } as Value]));
const instants = (...names: string[]) => Object.fromEntries(names.map((name) => [name, { column: '', as: 'instant' } as Value]));
const amounts = (...names: string[]) => Object.fromEntries(names.map((name) => [name, { column: '', as: 'money' } as Value]));

/** What a row of each kind may hold, to be filled in for files of one's own. */
const outlines: Record<string, Record<string, Value>> = {
  orders: {
    ...columns('orderId', 'state'), currency: { column: '' }, ...instants('createdAt', 'paidAt', 'promisedShipAt', 'promisedDeliveryAt'),
    buyer: { fields: { ...columns('id', 'name', 'phone', 'email'), address: { fields: columns('country', 'province', 'city', 'district') } } },
    items: { list: true, fields: { ...columns('lineId', 'productId', 'sku', 'title'), quantity: { column: '', as: 'integer' }, ...amounts('paid', 'freight') } },
    payments: { list: true, fields: { ...columns('paymentId', 'provider', 'method'), ...amounts('paid'), ...instants('paidAt') } },
    shipments: { list: true, fields: { ...columns('shipmentId', 'carrier', 'waybill'), ...instants('shippedAt', 'promisedAt', 'deliveredAt') } },
  },
  products: { ...columns('productId', 'title', 'category', 'class', 'supplier'), noReasonExcluded: { column: '', as: 'flag' }, warrantyDays: { column: '', as: 'integer' } },
  reviews: { ...columns('reviewId', 'orderId'), score: { column: '', as: 'integer' }, ...columns('title', 'text'), ...instants('createdAt', 'answeredAt') },
  tracking: { ...columns('eventId', 'carrier', 'waybill', 'code'), ...instants('at'), ...columns('place', 'text') },
  settlements: { ...columns('carrier', 'lineId', 'claimNo', 'reference', 'waybill'), ...amounts('amount'), ...instants('paidAt'), ...columns('reverses', 'words') },
  stock: { ...columns('sku'), available: { column: '', as: 'integer' }, ...instants('at') },
};
export const kindsToImport = Object.keys(outlines);

export const outlineOf = (kind: string, timeZone: string, currency: string): Mapping => ({
  main: 'main', timeZone, currency, decimal: '.', dates: ['yyyy-MM-dd HH:mm:ss'], files: { main: {} }, fields: outlines[kind] ?? {},
});
