import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session.tsx';

/** The shop a tab is about: the one in the address, else the first. */
export function useChosenShop() {
  const { shops } = useMe();
  const { shop } = useSearch({ from: '/admin' });
  return shops.find((each) => each.id === shop) ?? shops[0];
}

export function ShopChoice() {
  const { t } = useTranslation();
  const { shops } = useMe();
  const { tab } = useSearch({ from: '/admin' });
  const chosen = useChosenShop();
  const navigate = useNavigate();
  return (
    <label className="shop-choice">
      {t('admin.shop')}
      <select value={chosen?.id} onChange={(event) => void navigate({ to: '/admin', search: { tab, shop: event.target.value } })}>
        {shops.map((shop) => <option key={shop.id} value={shop.id}>{shop.name}</option>)}
      </select>
    </label>
  );
}
