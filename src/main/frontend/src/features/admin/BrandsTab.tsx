import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { renameBrand } from '../../api/admin.ts';
import type { Shop } from '../../api/types.ts';
import { useNotice } from '../../app/notices.tsx';
import { sessionKey, useMe } from '../../app/session.tsx';
import { FaultNote } from '../../ui/FaultNote.tsx';

function Brand({ brand, shops }: { brand: string; shops: Shop[] }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const notice = useNotice();
  const [name, setName] = useState(brand);
  const rename = useMutation({
    mutationFn: () => renameBrand(brand, name.trim()),
    onSuccess: () => {
      void notice.success(t('admin.saved'));
      void client.invalidateQueries({ queryKey: sessionKey });
    },
  });
  return (
    <li className="card brand-card">
      <form onSubmit={(event) => { event.preventDefault(); rename.mutate(); }}>
        <label htmlFor={`brand-${brand}`}>{t('admin.brands.name')}</label>
        <Input id={`brand-${brand}`} value={name} maxLength={80} onChange={(event) => setName(event.target.value)} />
        <Button htmlType="submit" loading={rename.isPending} disabled={!name.trim() || name.trim() === brand}>{t('admin.brands.rename')}</Button>
      </form>
      <p className="quiet">{t('admin.brands.shops', { count: shops.length })} {shops.map((shop) => shop.name).join(' · ')}</p>
      <FaultNote cause={rename.error} />
    </li>
  );
}

/** Brands group shops; two that get one name become one. */
export default function BrandsTab() {
  const { shops } = useMe();
  const brands = [...new Set(shops.map((shop) => shop.brand ?? ''))].sort();
  return <ul className="cards">{brands.map((brand) => <Brand key={brand} brand={brand} shops={shops.filter((shop) => shop.brand === brand)} />)}</ul>;
}
