import { SendOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorldOrder } from '../../api/sandbox.ts';
import { problemOf } from '../../api/http.ts';
import { useNotice } from '../../app/notices.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { Empty } from '../../ui/states.tsx';
import { Tag, type Tone } from '../../ui/Tag.tsx';
import { AskForm } from './AskForm.tsx';
import { OrderActs } from './OrderActs.tsx';
import { firstWanted, push as pushWanted } from './wanted.ts';

const tones: Record<string, Tone> = { PAID: 'blue', SHIPPED: 'amber', DELIVERED: 'green' };

function OrderLine({ shop, order, asked, push, busy, changed }: { shop: string; order: WorldOrder; asked: boolean; push: () => void; busy: boolean; changed: () => void }) {
  const { t } = useTranslation();
  return (
    <li className="world-order">
      {order.picture && <img src={order.picture} alt="" width={44} height={33} loading="lazy" />}
      <div>
        <p><b className="number">{order.orderId}</b> <Tag tone={tones[order.state]}>{t(`orderState.${order.state}`, order.state)}</Tag> {asked && <Tag>{t('sandbox.asked')}</Tag>} {order.tags?.map((tag) => <Tag key={tag} tone="violet">{t(`sandbox.tag.${tag}`, tag)}</Tag>)}</p>
        <p className="world-goods">{order.titles.join(t('list.and'))}</p>
        <small>{order.buyer} · <Amount of={order.paid} />{order.payments > 1 && ` · ${t('sandbox.payments', { count: order.payments })}`}</small>
      </div>
      <Button size="small" icon={<SendOutlined />} loading={busy} onClick={push}>{t('sandbox.push')}</Button>
      <OrderActs shop={shop} order={order} changed={changed} />
    </li>
  );
}

export function Orders({ shop, orders, asked, pushed }: { shop: string; orders: WorldOrder[]; asked: Set<string>; pushed: () => void }) {
  const { t } = useTranslation();
  const notice = useNotice();
  const [wanted, setWanted] = useState(firstWanted);
  const push = useMutation({
    mutationFn: (orderId: string | undefined) => pushWanted(shop, wanted, orderId),
    onSuccess: (request) => {
      void notice.success(t('sandbox.pushed', { order: request.orderId, kind: t(`kind.${request.body.kind ?? wanted.kind}`) }));
      pushed();
    },
    onError: (cause) => void notice.error(problemOf(cause).detail ?? t('fault.serverText')),
  });
  return (
    <section className="card" aria-label={t('sandbox.orders')}>
      <h2>{t('sandbox.orders')} <span className="count">{orders.length}</span></h2>
      <AskForm wanted={wanted} change={setWanted} busy={push.isPending && push.variables === undefined} push={() => push.mutate(undefined)} />
      {orders.length ? (
        <ul className="world-orders">
          {orders.map((order) => <OrderLine key={order.orderId} shop={shop} changed={pushed} order={order} asked={asked.has(order.orderId)} busy={push.isPending && push.variables === order.orderId} push={() => push.mutate(order.orderId)} />)}
        </ul>
      ) : <Empty title={t('sandbox.noOrders')}>{t('sandbox.noOrdersText')}</Empty>}
    </section>
  );
}
