import { useTranslation } from 'react-i18next';
import type { HeldWish } from '../../api/messages.ts';
import { useMe } from '../../app/session.tsx';

const lines = [...Array.from({ length: 20 }, (_, at) => `G${at + 1}`), 'HOUSE'];
const ages = [1, 4, 24, 72];

/** Which of the waiting messages are shown: by shop, by the red line they met, by how long they wait. */
export function HeldFilters({ wish, choose }: { wish: HeldWish; choose: (wish: HeldWish) => void }) {
  const { t } = useTranslation();
  const { shops } = useMe();
  return (
    <div className="held-filters" role="group" aria-label={t('heldList.filters')}>
      {shops.length > 1 && (
        <select aria-label={t('heldList.shop')} value={wish.shop ?? ''} onChange={(event) => choose({ ...wish, shop: event.target.value || undefined })}>
          <option value="">{t('heldList.anyShop')}</option>
          {shops.map((shop) => <option key={shop.id} value={shop.id}>{shop.name}</option>)}
        </select>
      )}
      <select aria-label={t('heldList.line')} value={wish.line ?? ''} onChange={(event) => choose({ ...wish, line: event.target.value || undefined })}>
        <option value="">{t('heldList.anyLine')}</option>
        {lines.map((line) => <option key={line} value={line}>{line === 'HOUSE' ? '' : `${line} `}{t(`heldList.lines.${line}`)}</option>)}
      </select>
      <select aria-label={t('heldList.age')} value={wish.waited ?? ''} onChange={(event) => choose({ ...wish, waited: Number(event.target.value) || undefined })}>
        <option value="">{t('heldList.anyAge')}</option>
        {ages.map((hours) => <option key={hours} value={hours}>{t('heldList.waited', { hours })}</option>)}
      </select>
    </div>
  );
}
