import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import enFirst from '../src/i18n/en/index.ts';
import zhFirst from '../src/i18n/zh-CN/index.ts';

type Words = { [key: string]: string | Words };
const screens = import.meta.glob<Words>('../src/i18n/*/screens/*.json', { eager: true, import: 'default' });
const booksOf = (language: string) => Object.entries(screens).filter(([file]) => file.includes(`/${language}/`));
const namesOf = (language: string) => booksOf(language).map(([file]) => path.basename(file, '.json'));
const en = Object.assign({}, enFirst, ...booksOf('en').map(([, words]) => words)) as Words;
const zh = Object.assign({}, zhFirst, ...booksOf('zh-CN').map(([, words]) => words)) as Words;
const keysOf = (words: Words, under = ''): string[] =>
  Object.entries(words).flatMap(([key, value]) => (typeof value === 'string' ? [under + key] : keysOf(value, `${under}${key}\u0000`)));
const textOf = (words: Words, key: string) => key.split('\u0000').reduce<Words | string>((at, part) => (at as Words)[part] ?? '', words) as string;
const holes = (text: string) => [...text.matchAll(/{{?(\w+)}?}/g)].map((hole) => hole[1]).sort();

const source = path.resolve(import.meta.dirname, '../src');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name) && !name.startsWith('i18n'));
const texts = files.map((name) => ({ name, text: readFileSync(path.join(source, name), 'utf8') }));
const known = new Set(keysOf(zh).map((key) => key.replaceAll('\u0000', '.')));
/** Books that come with the session: teams are called as the house calls them. */
const told = ['team'];
const places = new Set([...told, ...[...known].flatMap((key) => key.split('.').map((_, at, parts) => parts.slice(0, at).join('.')))]);

describe('words', () => {
  it('stand under the same keys in both languages', () => {
    expect(keysOf(en).sort()).toEqual(keysOf(zh).sort());
  });

  it('come with the screen that names their book, and with no other', () => {
    const asked = new Set(texts.flatMap(({ text }) => [...text.matchAll(/\bwithWords\('([^']+)'/g)].map((hit) => hit[1])));
    expect(namesOf('en')).toEqual(namesOf('zh-CN'));
    expect([...asked].sort()).toEqual(namesOf('zh-CN').sort());
    const tops = [zhFirst, ...booksOf('zh-CN').map(([, words]) => words)].flatMap((words) => Object.keys(words));
    expect(tops.filter((top, at) => tops.indexOf(top) !== at)).toEqual([]);
  });

  it('name every decision table and every room that ships', () => {
    const models = path.resolve(import.meta.dirname, '../../../../processes');
    const shipped = readdirSync(models, { recursive: true, encoding: 'utf8' });
    const tables = shipped.filter((name) => name.endsWith('.dmn')).map((name) => `tableName.${path.basename(name, '.dmn')}`);
    const rooms = readdirSync(models).map((room) => `studio.rooms.${room}`);
    expect(tables.length).toBeGreaterThan(0);
    expect([...tables, ...rooms].filter((key) => !known.has(key))).toEqual([]);
  });

  it('name everything the audit records', () => {
    const java = path.resolve(import.meta.dirname, '../../java');
    const sources = readdirSync(java, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.java')).map((name) => readFileSync(path.join(java, name), 'utf8'));
    const recorded = sources.flatMap((text) => [...text.matchAll(/\baudit\.record\([^;]*?;/g)].flatMap(([call]) => [...call.matchAll(/"([A-Z]+(?:_[A-Z]+)+)"/g)].map((hit) => `auditAction.${hit[1]}`)));
    expect(recorded.length).toBeGreaterThan(60);
    expect([...new Set(recorded)].filter((key) => !known.has(key))).toEqual([]);
  });

  it('are none of them empty, and leave the same holes for values', () => {
    for (const key of keysOf(zh)) {
      expect(textOf(zh, key), key).not.toBe('');
      expect(holes(textOf(en, key)), key).toEqual(holes(textOf(zh, key)));
    }
  });

  it('have no Chinese left in the English', () => {
    const left = keysOf(en).filter((key) => /[\u4e00-\u9fff]/.test(textOf(en, key)));
    expect(left.filter((key) => !key.endsWith('otherLanguage') && !key.endsWith('language'))).toEqual([]);
  });

  it('exist for every key the screens ask for', () => {
    const missing = texts.flatMap(({ name, text }) => {
      const whole = [...text.matchAll(/\bt\(\s*'([^']+)'/g)].map((hit) => hit[1] ?? '').filter((key) => !known.has(key) && !known.has(`${key}_other`));
      const begun = [...text.matchAll(/\bt\(\s*\[?`([\w.]+)\.\$\{/g)].map((hit) => hit[1] ?? '').filter((key) => !places.has(key));
      return [...whole, ...begun].map((key) => `${name}: ${key}`);
    });
    expect(missing).toEqual([]);
  });

  it('are all asked for by a screen', () => {
    const all = texts.map(({ text }) => text).join('\n');
    const begun = [...all.matchAll(/`([\w.]+\.)\$\{/g)].map((hit) => hit[1] ?? '');
    const idle = [...known].filter((key) => !key.startsWith('formjs.') && !all.includes(`'${key.replace(/_other$/, '')}'`) && !begun.some((start) => key.startsWith(start)));
    expect(idle).toEqual([]);
  });

  it('never stand raw in a screen', () => {
    const raw = texts.filter(({ name }) => name.endsWith('.tsx') || name.includes('forms')).flatMap(({ name, text }) => {
      const code = text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
      const chinese = [...code.matchAll(/[\u4e00-\u9fff]{2,}/g)].map((hit) => hit[0]);
      const english = [...code.matchAll(/<\/?[a-zA-Z][^<>=]*>([A-Z][a-z]+(?: [a-z]+)+)</g)].map((hit) => hit[1] ?? '');
      return [...chinese, ...english].map((words) => `${name}: ${words}`);
    });
    expect(raw).toEqual([]);
  });
});
