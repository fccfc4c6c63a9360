import type { Reader } from '../../api/desk.ts';

/** The colleagues a note names with @, each once; the longest name is meant where one begins like another. */
export function called(text: string, readers: Reader[]): Reader[] {
  const byLength = readers.toSorted((a, b) => b.name.length - a.name.length);
  const found = new Map<number, Reader>();
  for (const part of text.split('@').slice(1)) {
    const reader = byLength.find(({ name }) => part.startsWith(name));
    if (reader) found.set(reader.id, reader);
  }
  return [...found.values()];
}
