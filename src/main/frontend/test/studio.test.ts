import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { tablesOf } from '../src/features/studio/tableOf.ts';

const models = path.resolve(import.meta.dirname, '../../../../processes');
const read = (file: string) => readFileSync(path.join(models, file), 'utf8');

describe('a decision table', () => {
  const [table] = tablesOf(read('remedies/freight-payer.dmn'));

  it('says what is given and what is answered in both languages', () => {
    expect(table?.hitPolicy).toBe('FIRST');
    expect(table?.inputs.map((column) => column.label)).toContainEqual({ zh: '责任方', en: 'Liable party' });
    expect(table?.inputs[0]).toMatchObject({ name: 'jurisdiction', type: 'string' });
    expect(table?.outputs.map((column) => column.name)).toEqual(['outboundPayer', 'freightPayer', 'replacementPayer']);
  });

  it('has a cell for every column of every row, and a reason', () => {
    expect(table?.rows).not.toHaveLength(0);
    for (const row of table?.rows ?? []) {
      expect(row.inputs).toHaveLength(table?.inputs.length ?? -1);
      expect(row.outputs).toHaveLength(table?.outputs.length ?? -1);
      expect(row.why.zh).toMatch(/[\u4e00-\u9fff]/);
      expect(row.why.en).not.toMatch(/^[\u4e00-\u9fff]/);
    }
  });

  it('shows markup in a cell as the text it is', () => {
    const evil = read('remedies/freight-payer.dmn').replace('"seller"', '"&lt;img src=x onerror=alert(1)&gt;"');
    expect(tablesOf(evil)[0]?.rows.flatMap((row) => row.outputs)).toContain('"<img src=x onerror=alert(1)>"');
  });
});
