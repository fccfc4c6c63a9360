import { ShopOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeShop, openShop } from '../../api/admin.ts';
import type { Shop } from '../../api/types.ts';
import { sessionKey, useMe } from '../../app/session.tsx';
import { FaultNote } from '../../ui/FaultNote.tsx';
import { Empty } from '../../ui/states.tsx';

const unnamed: Shop = { id: '', prefix: '', name: '', brand: '', platform: 'taobao', timeZone: 'Asia/Shanghai', currency: 'CNY', jurisdiction: 'CN', language: 'zh-CN' };
const fields = ['id', 'prefix', 'name', 'brand', 'platform', 'timeZone', 'currency', 'jurisdiction', 'language'] as const;
const fixed: readonly string[] = ['id', 'prefix', 'currency'];

function ShopDialog({ shop, close }: { shop: Shop; close: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [wish, setWish] = useState(shop);
  const known = shop.id !== '';
  const save = useMutation({
    mutationFn: () => (known ? changeShop(wish) : openShop(wish)),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: sessionKey });
      close();
    },
  });
  return (
    <Modal open title={known ? t('admin.shops.change', { name: shop.name }) : t('admin.shops.add')} width={560} onCancel={close} cancelText={t('act.cancel')} okText={t('admin.save')}
      onOk={() => save.mutate()} okButtonProps={{ disabled: fields.some((field) => !wish[field]?.trim()), loading: save.isPending }}>
      <div className="dialog-form two">
        {fields.map((field) => (
          <span key={field}>
            <label htmlFor={`shop-${field}`}>{t(`admin.shops.${field}`)}</label>
            {field === 'language' ? (
              <select id="shop-language" className="plain-select" value={wish.language} onChange={(event) => setWish((now) => ({ ...now, language: event.target.value }))}>
                <option value="zh-CN">{t('admin.language.zh-CN')}</option><option value="en">{t('admin.language.en')}</option>
              </select>
            ) : (
              <Input id={`shop-${field}`} value={wish[field]} disabled={known && fixed.includes(field)} onChange={(event) => setWish((now) => ({ ...now, [field]: event.target.value }))} />
            )}
          </span>
        ))}
      </div>
      <small className="quiet">{t(known ? 'admin.shops.fixed' : 'admin.shops.later')}</small>
      <FaultNote cause={save.error} />
    </Modal>
  );
}

/** Where the company sells. */
export default function ShopsTab() {
  const { t } = useTranslation();
  const { shops } = useMe();
  const [edited, setEdited] = useState<Shop | null>(null);
  return (
    <>
      <div className="admin-bar"><Button type="primary" icon={<ShopOutlined />} onClick={() => setEdited(unnamed)}>{t('admin.shops.add')}</Button></div>
      {shops.length === 0 ? <Empty icon={<ShopOutlined />} title={t('admin.shops.none')}>{t('admin.shops.noneText')}</Empty> : <div className="table-frame">
        <table className="table">
          <thead><tr>{['name', 'brand', 'platform', 'timeZone', 'currency', 'jurisdiction', 'language'].map((field) => <th key={field}>{t(`admin.shops.${field}`)}</th>)}<th><span className="unseen">{t('admin.acts')}</span></th></tr></thead>
          <tbody>{shops.map((shop) => (
            <tr key={shop.id}>
              <td><b>{shop.name}</b> <code>{shop.id}</code> <code>{shop.prefix}</code></td>
              <td>{shop.brand}</td><td>{shop.platform}</td><td>{shop.timeZone}</td><td>{shop.currency}</td><td>{shop.jurisdiction}</td>
              <td>{t(`admin.language.${shop.language ?? 'zh-CN'}`)}</td>
              <td className="right"><Button size="small" onClick={() => setEdited(shop)} aria-label={`${t('admin.edit')} ${shop.name}`}>{t('admin.edit')}</Button></td>
            </tr>
          ))}</tbody>
        </table>
      </div>}
      {edited && <ShopDialog shop={edited} close={() => setEdited(null)} />}
    </>
  );
}
