/** Texts that come from the server in both languages. */
export const said = (language: string, zh: string | undefined | null, en: string | undefined | null) =>
  (language === 'en' ? en || zh : zh || en) ?? '';

/** One half of a text that holds both languages, Chinese first, parted by " / "; marks of sources such as [P] are left out. */
export const halfOf = (both: string, language: string) => {
  const cut = both.indexOf(' / ');
  const half = cut < 0 ? both : language === 'en' ? both.slice(cut + 3) : both.slice(0, cut);
  return half.replaceAll(/\s*\[[A-Z][\w.-]*\]/g, '').trim();
};
