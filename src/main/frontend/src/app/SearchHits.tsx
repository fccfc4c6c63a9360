import { FileTextOutlined, ShoppingOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { search, type Found } from '../api/desk.ts';
import { Amount } from '../ui/Amount.tsx';

const settle = 180;

/** One thing the box offers: where it leads, and how it is shown. */
export type Hit = { id: string; group: 'cases' | 'orders'; number?: string; orderId?: string };

export const hitsOf = (found: Found | undefined): Hit[] => [
  ...(found?.cases ?? []).map((one) => ({ id: `case-${one.number}`, group: 'cases' as const, number: one.number })),
  ...(found?.orders ?? []).map(({ order }) => ({ id: `order-${order.shop}-${order.orderId}`, group: 'orders' as const, orderId: order.orderId })),
];

/** What the words find, once the typing rests. */
export function useSearchBox(text: string) {
  const [q, setQ] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setQ(text.trim()), settle);
    return () => clearTimeout(timer);
  }, [text]);
  const enabled = q.length > 1;
  const found = useQuery({ queryKey: ['search', q], queryFn: ({ signal }) => search(q, signal), enabled, staleTime: 15_000, retry: false });
  const current = enabled && q === text.trim();
  return { found: current ? found.data : undefined, busy: text.trim().length > 1 && (!current || found.isFetching) };
}

type Props = { found: Found; chosen: Hit | undefined; point: (id: string) => void; take: (hit: Hit) => void };

/** Cases first, then orders; which name was meant stands beside each. */
export function SearchHits({ found, chosen, point, take }: Props) {
  const { t } = useTranslation();
  const option = (hit: Hit) => ({
    id: `hit-${hit.id}`, role: 'option', 'aria-selected': hit.id === chosen?.id, className: 'hit', onMouseMove: () => point(hit.id), onClick: () => take(hit),
  });
  const hits = hitsOf(found);
  const of = (group: Hit['group']) => hits.filter((hit) => hit.group === group);
  return (
    <>
      {found.cases.length > 0 && <p className="hit-group" role="presentation">{t('find.cases')}</p>}
      {found.cases.map((one, at) => (
        <div key={one.number} {...option(of('cases')[at] as Hit)}>
          <FileTextOutlined /> <b className="number">{one.number}</b> <span>{t(`kind.${one.kind}`, one.kind)}</span> <span className="quiet">{t(`caseState.${one.state}`, one.state)}</span>
          <span className="quiet">{one.buyerName}</span> <Amount of={one.amount} /> <small className="hit-by">{t(`find.by.${one.by}`)}</small>
        </div>
      ))}
      {found.orders.length > 0 && <p className="hit-group" role="presentation">{t('find.orders')}</p>}
      {found.orders.map(({ order, by }, at) => (
        <div key={order.shop + order.orderId} {...option(of('orders')[at] as Hit)}>
          <ShoppingOutlined /> <b className="number">{order.orderId}</b> <span className="quiet">{order.buyerName}</span> <Amount of={order.paid} /> <small className="hit-by">{t(`find.by.${by.toLowerCase()}`)}</small>
        </div>
      ))}
      {!hits.length && <p className="hit-group">{t('find.none')}</p>}
      {found.more && <p className="hit-group">{t('find.more')}</p>}
    </>
  );
}
