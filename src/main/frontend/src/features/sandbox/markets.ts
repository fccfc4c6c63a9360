import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { problemOf } from '../../api/http.ts';
import { playMarket, tellings, type PlayedThing, type ThingBody } from '../../api/markets.ts';
import type { Money } from '../../api/types.ts';
import { useNotice } from '../../app/notices.tsx';
import { minorOf } from '../../ui/money.ts';

export type Market = keyof typeof tellings;
/** Which shops of the demo stand at a played marketplace. */
const played: Record<string, Market> = { lanting: 'taobao', verde: 'shopify' };
export const marketOf = (shop: string): Market | null => played[shop] ?? null;

type Deed = { what: string; body: object; then?: (answer: unknown) => void };
/** Lets something happen at the shop's marketplace, and says that it did, or why not. */
export type MarketAct = { shop: string; run: (what: string, body: object, then?: (answer: unknown) => void) => void; busy: boolean };

export function useMarketAct(shop: string, changed: () => void): MarketAct {
  const { t } = useTranslation();
  const notice = useNotice();
  const act = useMutation({
    mutationFn: ({ what, body }: Deed) => playMarket(what, body),
    onSuccess: (answer, { then }) => {
      void notice.success(t('sandbox.markets.done'));
      then?.(answer);
      changed();
    },
    onError: (cause) => void notice.error(problemOf(cause).detail ?? t('sandbox.notNow')),
  });
  return { shop, run: (what, body, then) => act.mutate({ what, body, then }), busy: act.isPending };
}

const taobaoMoney = (text: string | undefined): Money | null => {
  const minor = text === undefined ? null : minorOf(text, 'CNY');
  return minor === null ? null : { minor, currency: 'CNY' };
};
const shopifyMoney = (of: { amount: string; currencyCode: string } | undefined): Money | null => {
  const minor = of ? minorOf(of.amount, of.currencyCode) : null;
  return of && minor !== null ? { minor, currency: of.currencyCode } : null;
};

/** The money a thing is about, where it is about money. */
export const moneyOf = ({ market, body }: PlayedThing): Money | null =>
  (market === 'taobao' ? taobaoMoney(body.refund_fee ?? body.price) : shopifyMoney(body.amount ?? body.transactions?.[0]?.amountSet.shopMoney));

/** How it stands, in the marketplace's own word. */
export const standing = (body: ThingBody) => body.status ?? body.result ?? body.displayFinancialStatus ?? '';
/** The order a thing belongs to, in its short name. */
export const orderOf = ({ body }: PlayedThing) => body.tid ?? body.biz_order_id ?? body.name ?? (body.order?.id ?? body.orderGid ?? '').replace(/^.*\//, '');
export const isMoney = (text: string) => /^\d{1,6}(\.\d{1,2})?$/.test(text.trim());
