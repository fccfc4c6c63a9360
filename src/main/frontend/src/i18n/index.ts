import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

export type Language = 'zh-CN' | 'en';
export const languages: Language[] = ['zh-CN', 'en'];
const remembered = 'afterflow.language';

const words = {
  'zh-CN': () => import('./zh-CN/index.ts'),
  en: () => import('./en/index.ts'),
};

export const asLanguage = (tag: string | null | undefined): Language => (tag?.startsWith('en') ? 'en' : 'zh-CN');
export const rememberedLanguage = (): Language => asLanguage(localStorage.getItem(remembered));

async function load(language: Language) {
  if (i18next.hasResourceBundle(language, 'translation')) return;
  i18next.addResourceBundle(language, 'translation', (await words[language]()).default);
}

/** A text that no language file has and no caller gave another word for is a mistake of ours: the screens' test reads the console. */
function missingKeyHandler(_languages: readonly string[], _book: string, key: string, shown: string) {
  if (shown === key) console.error(`text missing: ${key}`);
}

/** Starts with the language this browser used last; Chinese when it is new here. */
export async function startLanguage() {
  const language = rememberedLanguage();
  await i18next.use(initReactI18next).init({ lng: language, fallbackLng: false, resources: {}, interpolation: { escapeValue: false }, returnNull: false, saveMissing: true, missingKeyHandler });
  await load(language);
  document.documentElement.lang = language;
}

export async function switchLanguage(language: Language) {
  await load(language);
  localStorage.setItem(remembered, language);
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
}
