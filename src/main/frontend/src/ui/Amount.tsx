import { useTranslation } from 'react-i18next';
import type { Money } from '../api/types.ts';
import { moneyText } from './money.ts';

export function Amount({ of, strong }: { of: Money | null | undefined; strong?: boolean }) {
  const { i18n } = useTranslation();
  if (!of) return null;
  return <span className={strong ? 'amount strong' : 'amount'}>{moneyText(of, i18n.language)}</span>;
}
