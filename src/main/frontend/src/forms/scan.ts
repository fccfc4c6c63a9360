import type { FormData, Schema, SchemaField } from '../api/types.ts';
import { fieldsOf } from './formLanguage.ts';

/** What a scan did to the open form; `none` means that the form has no place for it. */
export type Scanned =
  | { kind: 'counted'; title: string; count: number; expected: number | null; full: boolean }
  | { kind: 'tooMany'; title: string; expected: number }
  | { kind: 'filled'; title: string; value: string }
  | { kind: 'wrong' }
  | { kind: 'none' };
type Row = Record<string, unknown>;
type Counting = { path: string; key: string; codeKey?: string; rows: Row[] };

export const plainCode = (code: unknown) => String(code ?? '').trim().toUpperCase();
const numberIn = (value: unknown) => (value === null || value === undefined || value === '' || Number.isNaN(Number(value)) ? null : Number(value));
const keyFor = (list: SchemaField, scan: string) => fieldsOf(list).find((field) => field.properties?.scan === scan)?.key;

function countingIn(schema: Schema, data: FormData): Counting | null {
  for (const list of fieldsOf(schema)) {
    const key = list.type === 'dynamiclist' ? keyFor(list, 'count') : undefined;
    const rows = data[String(list.path)];
    if (key && Array.isArray(rows)) return { path: String(list.path), key, codeKey: keyFor(list, 'sku'), rows: rows as Row[] };
  }
  return null;
}

const expectedIn = (row: Row) => numberIn(row.expected ?? row.quantity);
const missing = (row: Row, key: string) => (numberIn(row[key]) ?? 0) < (expectedIn(row) ?? 0);
const isCalled = (row: Row, code: string) => [row.sku, row.serial, row.barcode].some((name) => name && plainCode(name) === code);
const titleOf = (row: Row) => String(row.title ?? row.sku ?? '');

function count({ path, key, codeKey, rows }: Counting, data: FormData, code: string): { data?: FormData; scanned: Scanned } | null {
  const named = rows.filter((row) => isCalled(row, code));
  const row = named.find((each) => missing(each, key)) ?? named[0];
  if (!row) return null;
  const title = titleOf(row);
  const expected = expectedIn(row);
  const next = (numberIn(row[key]) ?? 0) + 1;
  if (expected !== null && next > expected) return { scanned: { kind: 'tooMany', title, expected } };
  const counted = rows.map((each) => (each === row ? { ...each, [key]: next, ...(codeKey && { [codeKey]: row.sku }) } : each));
  return { data: { ...data, [path]: counted }, scanned: { kind: 'counted', title, count: next, expected, full: !counted.some((each) => missing(each, key)) } };
}

const isEmpty = (value: unknown) => value === undefined || value === null || value === '';

/** Counts that were only told, by a carrier or another system: who scans counts anew from nothing. */
export function uncounted(schema: Schema, data: FormData, prefill: FormData | null | undefined): FormData {
  const counting = countingIn(schema, data);
  const told = counting && prefill?.[counting.path];
  if (!counting || !Array.isArray(told)) return data;
  const { key, path, rows } = counting;
  const asTold = rows.every((row, at) => numberIn(row[key]) === numberIn((told as Row[])[at]?.[key]));
  return asTold ? { ...data, [path]: rows.map((row) => ({ ...row, [key]: 0 })) } : data;
}

/** Goods are counted first; when all are there, a scan fills the next field that waits for one. */
export function scanInto(schema: Schema, data: FormData, read: string): { data?: FormData; scanned: Scanned } {
  const code = plainCode(read);
  const counting = countingIn(schema, data);
  const done = counting && count(counting, data, code);
  if (done) return done;
  const waits = counting?.rows.some((row) => missing(row, counting.key)) ?? false;
  const field = fieldsOf(schema).find((each) => ['waybill', 'serial'].includes(each.properties?.scan ?? '') && each.key && isEmpty(data[each.key]));
  if (!waits && field?.key) return { data: { ...data, [field.key]: code }, scanned: { kind: 'filled', title: field.label ?? '', value: code } };
  return { scanned: { kind: counting ? 'wrong' : 'none' } };
}

export const takesScans = (schema: Schema | undefined) => Boolean(schema && fieldsOf(schema).some((field) => field.properties?.scan));
