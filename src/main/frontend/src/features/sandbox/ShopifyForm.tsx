import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tellings } from '../../api/markets.ts';
import { isMoney, type MarketAct } from './markets.ts';

/** A buyer buys at the played Shopify, and where its webhooks go; what follows happens to the order in the list. */
export function ShopifyForm({ act }: { act: MarketAct }) {
  const { t } = useTranslation();
  const [amount, setAmount] = useState('129.50');
  const [how, setHow] = useState<string>('once');
  const [url, setUrl] = useState('');
  const { shop } = act;
  return (
    <>
      <form className="carrier-acts" aria-label={t('sandbox.markets.sell')} onSubmit={(event) => { event.preventDefault(); act.run('shopify/orders', { shop, amount: amount.trim(), currency: 'BRL', how }); }}>
        <Input size="small" className="market-short" inputMode="decimal" aria-label={t('sandbox.markets.fee')} prefix="R$" value={amount} status={isMoney(amount) ? '' : 'error'} onChange={(event) => setAmount(event.target.value)} />
        <Select size="small" aria-label={t('sandbox.markets.told')} value={how} onChange={setHow} popupMatchSelectWidth={false} options={tellings.shopify.map((value) => ({ value, label: t(`sandbox.markets.how.${value}`) }))} />
        <Button size="small" type="primary" htmlType="submit" disabled={!isMoney(amount) || act.busy}>{t('sandbox.markets.sell')}</Button>
      </form>
      <form className="carrier-acts" aria-label={t('sandbox.markets.console')} onSubmit={(event) => { event.preventDefault(); act.run('shopify/console', { shop, url: url.trim() }); }}>
        <Input size="small" className="market-words" aria-label={t('sandbox.markets.hook')} placeholder={t('sandbox.markets.hook')} value={url} onChange={(event) => setUrl(event.target.value)} />
        <Button size="small" htmlType="submit" disabled={!url.trim().startsWith('http') || act.busy}>{t('sandbox.markets.console')}</Button>
      </form>
    </>
  );
}
