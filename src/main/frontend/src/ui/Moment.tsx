import { useTranslation } from 'react-i18next';
import { useShop } from '../app/session.tsx';
import { exactTime, timeText, yearText } from './time.ts';

/** A moment on the shop's wall clock, with its year where it may lie in another one; the exact one on hover. */
export function Moment({ at, shop, year }: { at: string | null | undefined; shop: string | undefined; year?: boolean }) {
  const { i18n } = useTranslation();
  const { timeZone } = useShop(shop);
  if (!at) return null;
  return (
    <time dateTime={at} title={exactTime(at, i18n.language, timeZone)} className="moment">
      {(year ? yearText : timeText)(at, i18n.language, timeZone)}
    </time>
  );
}
