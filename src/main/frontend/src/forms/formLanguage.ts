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
const pick = (data: FormData | null | undefined, keep: (key: string) => boolean): FormData =>
  Object.fromEntries(Object.entries(data ?? {}).filter(([key]) => keep(key)));
const questions = (schema: Schema) => new Set(fieldsOf(schema).filter(isQuestion).map((field) => field.key));

/** What a draft says to the form's questions; the facts beside them are told anew each time. */
export const draftIn = (schema: Schema, draft: FormData | null | undefined) => pick(draft, (key) => questions(schema).has(key));
/** What the form is told and nobody answers. */
export const factsIn = (schema: Schema, prefill: FormData | null | undefined) => pick(prefill, (key) => !questions(schema).has(key));

const isAnswer = (value: unknown) => value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);

/** What was answered, without the questions left open. */
export const answersIn = (data: Record<string, unknown>) => Object.fromEntries(Object.entries(data).filter(([, value]) => isAnswer(value)));
