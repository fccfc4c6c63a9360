import { useTranslation } from 'react-i18next';

const BOOK = 'carrier';

/** The carriers the house has names for: the word each goes by, and what people call it. */
export function useCarriers(): Record<string, string> {
  const { t } = useTranslation();
  return t(BOOK, { returnObjects: true }) as unknown as Record<string, string>;
}
