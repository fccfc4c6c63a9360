import { useTranslation } from 'react-i18next';
import { useShop } from '../app/session.tsx';
import { exactTime, timeText } from './time.ts';

/** A moment on the shop's wall clock; the exact one on hover. */
export function Moment({ at, shop }: { at: string | null | undefined; shop: string | undefined }) {
  const { i18n } = useTranslation();
  const { timeZone } = useShop(shop);
  if (!at) return null;
  return (
    <time dateTime={at} title={exactTime(at, i18n.language, timeZone)} className="moment">
      {timeText(at, i18n.language, timeZone)}
    </time>
  );
}
