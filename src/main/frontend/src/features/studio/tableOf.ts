import type { Said } from '../../api/studio.ts';
import { halfOf } from '../../ui/bilingual.ts';

export type Column = { id: string; label: Said; name: string; type: string };
export type Row = { id: string; why: Said; inputs: string[]; outputs: string[] };
export type Decision = { id: string; about: Said; hitPolicy: string; inputs: Column[]; outputs: Column[]; rows: Row[] };

const between = ' / ';
const both = (text: string): Said => {
  const at = text.indexOf(between);
  return at < 0 ? { zh: text, en: text } : { zh: text.slice(0, at), en: text.slice(at + between.length) };
};
const reason = (text: string): Said => ({ zh: halfOf(text, 'zh-CN'), en: halfOf(text, 'en') });
const named = (element: Element, name: string) => element.localName === name;
const kids = (element: Element, name: string) => [...element.children].filter((child) => named(child, name));
const kidText = (element: Element, name: string) => kids(element, name)[0]?.textContent?.trim() ?? '';

function column(element: Element): Column {
  const expression = kids(element, 'inputExpression')[0];
  const name = element.getAttribute('name') ?? (expression ? kidText(expression, 'text') : '');
  const label = element.getAttribute('label') ?? '';
  return { id: element.getAttribute('id') ?? '', label: label ? both(label) : { zh: name, en: name }, name, type: (expression ?? element).getAttribute('typeRef') ?? '' };
}

const row = (element: Element): Row => ({
  id: element.getAttribute('id') ?? '', why: reason(kidText(element, 'description')),
  inputs: kids(element, 'inputEntry').map((entry) => kidText(entry, 'text')), outputs: kids(element, 'outputEntry').map((entry) => kidText(entry, 'text')),
});

/** The decisions of a DMN file as tables people can read. */
export function tablesOf(xml: string): Decision[] {
  const model = new DOMParser().parseFromString(xml, 'text/xml').documentElement;
  return kids(model, 'decision').flatMap((decision) => kids(decision, 'decisionTable').map((table) => ({
    id: decision.getAttribute('id') ?? '', about: both(kidText(decision, 'description')), hitPolicy: table.getAttribute('hitPolicy') ?? 'UNIQUE',
    inputs: kids(table, 'input').map(column), outputs: kids(table, 'output').map(column), rows: kids(table, 'rule').map(row),
  })));
}
