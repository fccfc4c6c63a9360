import type { FormData, Schema, SchemaField } from '../api/types.ts';

/** "agree=Agree;refuse=Refuse" as a table from value to word. */
export const wordsOf = (text: string | undefined): Record<string, string> =>
  Object.fromEntries((text ?? '').split(';').map((pair) => pair.split('=').map((part) => part.trim())).filter(([value, word]) => value && word));

const english = ['label', 'description', 'text'] as const;

function fieldIn(field: SchemaField): SchemaField {
  const said = field.properties ?? {};
  const words = wordsOf(said['values.en']);
  const out: SchemaField = { ...field };
  for (const name of english) {
    const text = said[`${name}.en`];
    if (text) out[name] = text;
  }
  if (field.values) out.values = field.values.map((option) => ({ ...option, label: words[option.value] ?? option.label }));
  if (field.components) out.components = field.components.map(fieldIn);
  return out;
}

/** A form says its labels in Chinese; the English stands in each field's properties. */
export const schemaIn = (schema: Schema, language: string): Schema =>
  language === 'en' ? { ...schema, components: schema.components.map(fieldIn) } : schema;

export function fieldsOf(schema: { components?: SchemaField[] }): SchemaField[] {
  return (schema.components ?? []).flatMap((field) => [field, ...fieldsOf(field)]);
}

const isQuestion = (field: SchemaField) => field.key !== undefined && field.disabled !== true;
type Row = Record<string, unknown>;
const rowsOf = (value: unknown) => (Array.isArray(value) ? value as Row[] : []);

/** The names a form keeps values under at its top: its fields, and its lists of rows by their path. */
const placesOf = (fields: SchemaField[]): { name: string; asks: boolean; list?: SchemaField }[] =>
  fields.flatMap((field) => {
    if (!field.components) return field.key === undefined ? [] : [{ name: field.key, asks: isQuestion(field) }];
    if (typeof field.path !== 'string' || !field.path) return placesOf(field.components);
    return [{ name: field.path, asks: fieldsOf(field).some(isQuestion), list: field.type === 'dynamiclist' ? field : undefined }];
  });

const pick = (data: FormData | null | undefined, keep: (key: string) => boolean): FormData =>
  Object.fromEntries(Object.entries(data ?? {}).filter(([key]) => keep(key)));
const answersOfRow = (list: SchemaField, row: Row | undefined) => {
  const asked = new Set(fieldsOf(list).filter(isQuestion).map((field) => field.key));
  return pick(row, (key) => asked.has(key));
};

/** What was answered so far, without what the form was told: that is what a draft keeps. */
export function answeredIn(schema: Schema, data: FormData): FormData {
  const lists = new Map(placesOf(schema.components).filter((place) => place.asks).map((place) => [place.name, place.list]));
  return Object.fromEntries(Object.entries(pick(data, (key) => lists.has(key))).map(([key, value]) => {
    const list = lists.get(key);
    return [key, list ? rowsOf(value).map((row) => answersOfRow(list, row)) : value];
  }));
}

/** What a draft says to the form's questions; the facts beside them, in rows too, are told anew each time. */
export function draftIn(schema: Schema, draft: FormData | null | undefined, prefill?: FormData | null): FormData {
  const known = new Map(placesOf(schema.components).filter((place) => place.asks).map((place) => [place.name, place.list]));
  return Object.fromEntries(Object.entries(pick(draft, (key) => known.has(key))).map(([key, value]) => {
    const list = known.get(key);
    return [key, list && prefill?.[key] ? rowsOf(prefill[key]).map((row, at) => ({ ...row, ...answersOfRow(list, rowsOf(value)[at]) })) : value];
  }));
}

/** What the form is told and nobody answers. */
export function factsIn(schema: Schema, prefill: FormData | null | undefined, language = 'zh-CN'): FormData {
  const asked = new Set(placesOf(schema.components).filter((place) => place.asks).map((place) => place.name));
  return optionsIn(schema, pick(prefill, (key) => !asked.has(key)), language);
}

/** Answers offered by the case itself carry their English beside them. */
function optionsIn(schema: Schema, data: FormData, language: string): FormData {
  if (language !== 'en') return data;
  const keys = new Set(fieldsOf(schema).map((field) => field.valuesKey));
  const spoken = (option: Row) => ({ ...option, label: option.labelEn ?? option.label });
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, keys.has(key) && Array.isArray(value) ? rowsOf(value).map(spoken) : value]));
}

const isAnswer = (value: unknown) => value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);

/** What was answered, without the questions left open. */
export const answersIn = (data: Record<string, unknown>) => Object.fromEntries(Object.entries(data).filter(([, value]) => isAnswer(value)));
