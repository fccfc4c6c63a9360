import i18next from 'i18next';
import { useEffect, useState, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../ui/states.tsx';

const books: Record<string, () => Promise<{ default: object }>> = {
  'zh-CN': () => import('../../i18n/zh-CN/cockpit.json'),
  en: () => import('../../i18n/en/cockpit.json'),
};

/** The words of this part of the house come with its screens, so that nobody else waits for them. */
export const withWords = (Screen: ComponentType) => function Worded() {
  const { language } = useTranslation().i18n;
  const [, setLoaded] = useState('');
  const here = i18next.getResource(language, 'translation', 'cockpit') !== undefined;
  useEffect(() => {
    if (here) return;
    void books[language]?.().then((words) => {
      i18next.addResourceBundle(language, 'translation', words.default, true);
      setLoaded(language);
    });
  }, [here, language]);
  return here ? <Screen /> : <Loading />;
};
