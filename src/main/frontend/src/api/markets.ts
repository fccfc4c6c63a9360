import { call, query } from './http.ts';

/** What the played marketplaces keep, in their own words: refunds, exchanges and reviews at Taobao, orders, returns and disputes at Shopify. */
export type ThingBody = {
  tid?: string; oid?: string; biz_order_id?: string; status?: string; cs_status?: number; refund_fee?: string; price?: string; reason?: string; result?: string; content?: string; reply?: string;
  name?: string; orderGid?: string; currencyCode?: string; displayFinancialStatus?: string; amount?: { amount: string; currencyCode: string }; order?: { id: string };
  transactions?: { amountSet: { shopMoney: { amount: string; currencyCode: string } } }[];
};
export type PlayedThing = { id: number; market: 'taobao' | 'shopify'; shop: string; kind: 'refund' | 'exchange' | 'rate' | 'order' | 'return' | 'dispute'; name: string; body: ThingBody; modified: string };
/** What the house did to a thing, each time it did; of money how much. */
export type Deed = { deed: string; minor: number | null };

/** How a word of what happened is told: Taobao's queue, Shopify's webhooks. */
export const tellings = { taobao: ['once', 'twice', 'late', 'silent'], shopify: ['once', 'twice', 'forged', 'silent'] } as const;
export const askTypes = ['REFUND', 'REFUND_AND_RETURN', 'TMALL_EXCHANGE', 'RESHIPPING', 'REPAIR'] as const;
/** Taobao's own words for a buyer's reason; a screen calls them by their keys. */
export const askReasons = {
  NO_REASON: '七天无理由退换货', QUALITY: '商品质量问题', NOT_AS_DESCRIBED: '与商品描述不符', SHORT: '少件/漏发', WRONG_ITEM: '卖家发错货', DAMAGED: '收到商品破损', NOT_RECEIVED: '未收到货', BUYER_CANCEL: '多拍/拍错/不想要', COUNTERFEIT: '假冒品牌',
} as const;
export type AskReason = keyof typeof askReasons;
export const reasonKeys = Object.keys(askReasons) as AskReason[];
export const steps = ['SHIP', 'MODIFY', 'CLOSE', 'CALL', 'STEP_IN', 'EVIDENCE', 'FOR_BUYER', 'FOR_SELLER', 'APPEAL', 'TIMEOUT', 'BREAK'] as const;
/** What a Chinese buyer writes, and how one threatens before a review. */
export const reviews = { good: '补发很快，客服负责，好评', neutral: '一般，包装简陋', bad: '打开就是坏的，太让人失望', extortion: '差' };
export type Mood = keyof typeof reviews;
export const threat = '不给我转账50元红包我就给你差评';
export const results = ['good', 'neutral', 'bad'] as const;
export const troubles = [
  { market: 'taobao', key: 'agreeLost', method: 'taobao.rp.refunds.agree', how: 'LOSE' }, { market: 'taobao', key: 'agreeFails', method: 'taobao.rp.refunds.agree', how: 'FAIL' },
  { market: 'taobao', key: 'readFails', method: 'taobao.refund.get', how: 'FAIL' }, { market: 'shopify', key: 'refundLost', method: 'Refund', how: 'LOSE' },
  { market: 'shopify', key: 'refundFails', method: 'Refund', how: 'FAIL' },
] as const;

export const readMarkets = (shop: string) => call<PlayedThing[]>(`/sandbox/world/markets${query({ shop })}`);
export const readDeeds = (name: string) => call<Deed[]>(`/sandbox/world/markets/deeds${query({ name })}`);
export const playMarket = <T = unknown>(what: string, body: object) => call<T>(`/sandbox/world/markets/${what}`, { method: 'POST', body });
