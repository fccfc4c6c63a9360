import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown, type MenuProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { troubles } from '../../api/markets.ts';
import type { Market, MarketAct } from './markets.ts';

/** What the next calls of the house meet: too many of them, an answer that is lost after the deed, a fault before it. */
export function MarketTroubles({ market, act }: { market: Market; act: MarketAct }) {
  const { t } = useTranslation();
  const items: MenuProps['items'] = [
    ...(market === 'taobao' ? [{ key: 'limit', label: t('sandbox.markets.trouble.limit'), onClick: () => act.run('limit', { shop: act.shop, calls: 10 }) }] : [{ key: 'drain', label: t('sandbox.markets.trouble.drain'), onClick: () => act.run('shopify/drain', { shop: act.shop, calls: 0 }) }]),
    ...troubles.filter((each) => each.market === market).map(({ key, method, how }) => ({ key, label: t(`sandbox.markets.trouble.${key}`), onClick: () => act.run('fault', { shop: act.shop, method, how }) })),
  ];
  return (
    <Dropdown menu={{ items, className: 'world-menu' }} trigger={['click']} placement="bottomRight">
      <Button size="small" disabled={act.busy}>{t('sandbox.markets.troubles')} <DownOutlined /></Button>
    </Dropdown>
  );
}
