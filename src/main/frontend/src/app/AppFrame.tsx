import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { ConfigProvider } from 'antd';
import type { Locale } from 'antd/es/locale';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notices } from './notices.tsx';
import { queryClient } from './queryClient.ts';
import { router } from './router.tsx';
import { theme } from './theme.ts';

const locales: Record<string, () => Promise<{ default: Locale }>> = {
  'zh-CN': () => import('antd/es/locale/zh_CN'),
  en: () => import('antd/es/locale/en_US'),
};

function useKitLocale() {
  const { language } = useTranslation().i18n;
  const [locale, setLocale] = useState<Locale>();
  useEffect(() => {
    let current = true;
    void locales[language]?.().then((words) => current && setLocale(words.default));
    return () => {
      current = false;
    };
  }, [language]);
  return locale;
}

export function AppFrame() {
  return (
    <ConfigProvider theme={theme} locale={useKitLocale()} button={{ autoInsertSpace: false }}>
      <Notices>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </Notices>
    </ConfigProvider>
  );
}
