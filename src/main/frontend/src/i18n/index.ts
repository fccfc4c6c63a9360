import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

export type Language = 'zh-CN' | 'en';
export const languages: Language[] = ['zh-CN', 'en'];
const remembered = 'afterflow.language';

/** The desk's words come first; the rest is on its way while the desk is already shown. */
const words = {
  'zh-CN': { first: () => import('./zh-CN/first.ts'), all: () => import('./zh-CN/index.ts') },
  en: { first: () => import('./en/first.ts'), all: () => import('./en/index.ts') },
};

export const asLanguage = (tag: string | null | undefined): Language => (tag?.startsWith('en') ? 'en' : 'zh-CN');
export const rememberedLanguage = (): Language => asLanguage(localStorage.getItem(remembered));

const whole = new Set<Language>();

async function loadAll(language: Language) {
  i18next.addResourceBundle(language, 'translation', (await words[language].all()).default, true, true);
  whole.add(language);
}

/** Whoever begins elsewhere than at the desk waits for all words. */
async function load(language: Language, deskFirst = false) {
  if (whole.has(language)) return;
  const all = loadAll(language);
  if (!deskFirst) return all;
  all.catch(() => undefined);
  i18next.addResourceBundle(language, 'translation', (await words[language].first()).default, true, false);
}

/** A text that no language file has and no caller gave another word for is a mistake of ours: the screens' test reads the console. */
function missingKeyHandler(languages: readonly string[], _book: string, key: string, shown: string) {
  if (shown === key && languages.every((language) => whole.has(language as Language))) console.error(`text missing: ${key}`);
}

/** Teams are called as the house calls them. */
export function nameTeams(called: { name: string; titleZh: string; titleEn: string }[]) {
  for (const { name, titleZh, titleEn } of called) {
    i18next.addResource('zh-CN', 'translation', `team.${name}`, titleZh);
    i18next.addResource('en', 'translation', `team.${name}`, titleEn);
  }
}

const atDesk = () => ['/', '/desk'].includes(window.location.pathname);

/** Starts with the language this browser used last; Chinese when it is new here. */
export async function startLanguage() {
  const language = rememberedLanguage();
  await i18next.use(initReactI18next).init({ lng: language, fallbackLng: false, resources: {}, interpolation: { escapeValue: false }, returnNull: false, saveMissing: true, missingKeyHandler, react: { bindI18nStore: 'added' } });
  await load(language, atDesk());
  document.documentElement.lang = language;
}

export async function switchLanguage(language: Language) {
  await load(language);
  localStorage.setItem(remembered, language);
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
}
