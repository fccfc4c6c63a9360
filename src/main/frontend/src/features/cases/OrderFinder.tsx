import { SearchOutlined } from '@ant-design/icons';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useDeferredValue, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findOrders, readOrder } from '../../api/cases.ts';
import type { FoundOrder, Order } from '../../api/types.ts';
import { Amount } from '../../ui/Amount.tsx';
import { Moment } from '../../ui/Moment.tsx';
import { FaultNote } from '../../ui/FaultNote.tsx';
import { Empty, Failed, Loading } from '../../ui/states.tsx';
import { Tag } from '../../ui/Tag.tsx';

const wait = 250;

function useSettled(text: string) {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), wait);
    return () => clearTimeout(timer);
  }, [text]);
  return useDeferredValue(settled);
}

function Found({ order, choose }: { order: FoundOrder; choose: (order: FoundOrder) => void }) {
  const { t } = useTranslation();
  return (
    <button type="button" className="order-hit" onClick={() => choose(order)}>
      <span className="order-hit-line"><b className="number">{order.orderId}</b> <Tag>{t(`orderState.${order.state}`, order.state)}</Tag> <Amount of={order.paid} strong /></span>
      <span className="order-hit-line quiet">{order.buyerName} · <Moment at={order.createdAt} shop={order.shop} /> · {t('newCase.lines', { count: order.lines })}</span>
    </button>
  );
}

export function OrderFinder({ choose }: { choose: (order: Order) => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const q = useSettled(text.trim());
  const found = useQuery({ queryKey: ['orders', q], queryFn: () => findOrders(q), enabled: q.length > 1 });
  const open = useMutation({ mutationFn: (found: FoundOrder) => readOrder(found.shop, found.orderId), onSuccess: choose });
  return (
    <div className="order-finder">
      <label htmlFor="find-order">{t('newCase.find')}</label>
      <Input id="find-order" size="large" autoFocus prefix={<SearchOutlined />} value={text} onChange={(event) => setText(event.target.value)} placeholder={t('newCase.findHint')} />
      {!found.isEnabled ? <Empty icon={<SearchOutlined />} title={t('newCase.findFirst')}>{t('newCase.findFirstText')}</Empty>
        : found.isPending ? <Loading />
          : found.isError ? <Failed cause={found.error} again={() => void found.refetch()} />
            : found.data.items.length ? found.data.items.map((order) => <Found key={order.shop + order.orderId} order={order} choose={open.mutate} />)
              : <Empty title={t('newCase.noOrders')}>{t('newCase.noOrdersText')}</Empty>}
      <FaultNote cause={open.error} />
    </div>
  );
}
