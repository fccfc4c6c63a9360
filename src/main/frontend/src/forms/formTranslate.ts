/** Gives form-js its words; its own English sentences are the keys. */
export const translateModule = (words: Record<string, string>) => ({
  translate: [
    'value',
    (sentence: string, values: Record<string, string> = {}) =>
      (words[sentence] ?? sentence).replaceAll(/{([^}]+)}/g, (_, name: string) => values[name] ?? `{${name}}`),
  ],
});
