import i18next from 'i18next';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

const books: Record<string, () => Promise<{ default: object }>> = {
  'zh-CN': () => import('../../i18n/zh-CN/admin.json'),
  en: () => import('../../i18n/en/admin.json'),
};

/** The words of this part of the house come with it, so that nobody else waits for them; true once they are here. */
export function useAdminWords(): boolean {
  const { language } = useTranslation().i18n;
  const [, setLoaded] = useState('');
  const here = i18next.getResource(language, 'translation', 'admin') !== undefined;
  useEffect(() => {
    if (here) return;
    void books[language]?.().then((words) => {
      i18next.addResourceBundle(language, 'translation', words.default, true);
      setLoaded(language);
    });
  }, [here, language]);
  return here;
}
