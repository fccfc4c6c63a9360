import { SearchOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useDeferredValue, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findOrders } from '../../api/cases.ts';
import type { Order } from '../../api/types.ts';
import { Amount } from '../../ui/Amount.tsx';
import { Moment } from '../../ui/Moment.tsx';
import { Empty, Failed, Loading } from '../../ui/states.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { paidFor } from './newCaseAsk.ts';

const wait = 250;

function useSettled(text: string) {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), wait);
    return () => clearTimeout(timer);
  }, [text]);
  return useDeferredValue(settled);
}

function Found({ order, choose }: { order: Order; choose: (order: Order) => void }) {
  const { t } = useTranslation();
  const all = Object.fromEntries(order.items.map((item) => [item.lineId, item.quantity]));
  return (
    <button type="button" className="order-hit" onClick={() => choose(order)}>
      <span className="order-hit-line"><b className="number">{order.orderId}</b> <Tag>{t(`orderState.${order.state}`, order.state)}</Tag> <Amount of={paidFor(order, all)} strong /></span>
      <span className="order-hit-line quiet">{order.buyer?.name} · <Moment at={order.createdAt} shop={order.shop} /></span>
      <span className="order-hit-items">{order.items.map((item) => item.title).join('、')}</span>
    </button>
  );
}

export function OrderFinder({ choose }: { choose: (order: Order) => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const q = useSettled(text.trim());
  const found = useQuery({ queryKey: ['orders', q], queryFn: () => findOrders(q), enabled: q.length > 1 });
  return (
    <div className="order-finder">
      <label htmlFor="find-order">{t('newCase.find')}</label>
      <Input id="find-order" size="large" autoFocus prefix={<SearchOutlined />} value={text} onChange={(event) => setText(event.target.value)} placeholder={t('newCase.findHint')} />
      {!found.isEnabled ? <Empty icon={<SearchOutlined />} title={t('newCase.findFirst')}>{t('newCase.findFirstText')}</Empty>
        : found.isPending ? <Loading />
          : found.isError ? <Failed cause={found.error} again={() => void found.refetch()} />
            : found.data.items.length ? found.data.items.map((order) => <Found key={order.orderId} order={order} choose={choose} />)
              : <Empty title={t('newCase.noOrders')}>{t('newCase.noOrdersText')}</Empty>}
    </div>
  );
}
