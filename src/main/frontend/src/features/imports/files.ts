import type { Mapping } from '../../api/imports.ts';

const lookAt = 65_536;

/** The column names of a CSV file, read from its beginning in this browser; none for other files. */
export async function columnsOf(file: File): Promise<string[]> {
  if (!/\.(csv|tsv|txt)$/i.test(file.name)) return [];
  const text = (await file.slice(0, lookAt).text()).replace(/^\uFEFF/, '');
  const line = text.split(/\r?\n/, 1)[0] ?? '';
  const sign = [',', ';', '\t'].toSorted((a, b) => line.split(b).length - line.split(a).length)[0] ?? ',';
  return cells(line, sign);
}

export function cells(line: string, sign: string): string[] {
  const found: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const letter = line[at];
    if (letter === '"' && quoted && line[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (letter === '"') quoted = !quoted;
    else if (letter === sign && !quoted) {
      found.push(cell.trim());
      cell = '';
    } else cell += letter;
  }
  return [...found, cell.trim()];
}

const fits = (name: string, wanted: string | null | undefined) => {
  if (!wanted) return false;
  const pattern = wanted.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`)).join('.*');
  return new RegExp(`^${pattern}$`, 'i').test(name);
};

/** Which uploaded file is which file of the mapping: by the name the mapping wants, or as the only one. */
export function placed(mapping: Mapping, files: File[]): Record<string, string> {
  const entries = Object.entries(mapping.files).flatMap(([alias, source]): [string, string][] => {
    const file = files.find((each) => fits(each.name, source.file));
    return file ? [[alias, file.name]] : [];
  });
  const only = Object.keys(mapping.files);
  return entries.length === 0 && only.length === 1 && only[0] && files[0] ? { [only[0]]: files[0].name } : Object.fromEntries(entries);
}
