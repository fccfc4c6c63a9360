/** Texts that come from the server in both languages. */
export const said = (language: string, zh: string | undefined | null, en: string | undefined | null) =>
  (language === 'en' ? en || zh : zh || en) ?? '';
