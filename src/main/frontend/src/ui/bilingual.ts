import { lawIn } from './laws.ts';

/** Texts that come from the server in both languages. */
export const said = (language: string, zh: string | undefined | null, en: string | undefined | null) =>
  (language === 'en' ? en || zh : zh || en) ?? '';

const marks = /\s*\[[A-Za-z][\w. -]*\]/g;

/** One half of a text that holds both languages, Chinese first, parted by " / ", with the law it names behind; marks of sources such as [P] or [seed 001] are left out. */
export const halfOf = (both: string, language: string) => {
  const tail = both.search(marks);
  const words = tail < 0 ? both : both.slice(0, tail);
  const law = tail < 0 ? '' : both.slice(tail).replaceAll(marks, '').trim();
  const cut = words.indexOf(' / ');
  const half = (cut < 0 ? words : language === 'en' ? words.slice(cut + 3) : words.slice(0, cut)).trim();
  return law ? `${half}${language === 'en' ? ` (${lawIn(language, law)})` : `（${law}）`}` : half;
};

/** Words one after the other, parted as the language parts them. */
export const listed = (language: string, words: string[]) => words.join(language === 'en' ? ', ' : '、');

/** What somebody must be good at, as language:pt; a language is called by its name. */
export const skillName = (skill: string, language: string) => {
  const [sort, what = ''] = skill.split(':');
  return (sort === 'language' && new Intl.DisplayNames(language, { type: 'language' }).of(what)) || what;
};
