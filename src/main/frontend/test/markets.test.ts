import { describe, expect, it } from 'vitest';
import type { PlayedThing } from '../src/api/markets.ts';
import { marketOf, moneyOf, orderOf, standing } from '../src/features/sandbox/markets.ts';

const thing = (more: Partial<PlayedThing>): PlayedThing => ({ id: 1, market: 'taobao', shop: 'lanting', kind: 'refund', name: '7300001', body: {}, modified: '2026-11-30T08:00:00Z', ...more });

describe('what stands at a played marketplace', () => {
  it('is read in the words of Taobao', () => {
    const refund = thing({ body: { tid: '387300001', refund_fee: '45.10', status: 'WAIT_SELLER_AGREE' } });
    expect([moneyOf(refund), orderOf(refund), standing(refund.body)]).toEqual([{ minor: 4510, currency: 'CNY' }, '387300001', 'WAIT_SELLER_AGREE']);
    const exchange = thing({ kind: 'exchange', body: { biz_order_id: '387300002', price: '8.00', status: '1' } });
    expect([moneyOf(exchange), orderOf(exchange)]).toEqual([{ minor: 800, currency: 'CNY' }, '387300002']);
    const rate = thing({ kind: 'rate', body: { tid: '387300003', result: 'bad' } });
    expect([moneyOf(rate), standing(rate.body)]).toEqual([null, 'bad']);
  });

  it('is read in the words of Shopify', () => {
    const order = thing({ market: 'shopify', kind: 'order', body: { name: '#7300004', displayFinancialStatus: 'PAID', transactions: [{ amountSet: { shopMoney: { amount: '129.5', currencyCode: 'BRL' } } }] } });
    expect([moneyOf(order), orderOf(order), standing(order.body)]).toEqual([{ minor: 12950, currency: 'BRL' }, '#7300004', 'PAID']);
    const dispute = thing({ market: 'shopify', kind: 'dispute', body: { status: 'NEEDS_RESPONSE', amount: { amount: '129.50', currencyCode: 'BRL' }, order: { id: 'gid://shopify/Order/7300004' } } });
    expect([moneyOf(dispute), orderOf(dispute)]).toEqual([{ minor: 12950, currency: 'BRL' }, '7300004']);
  });

  it('is there for the shops that stand at one', () => {
    expect(['lanting', 'verde', 'mido'].map(marketOf)).toEqual(['taobao', 'shopify', null]);
  });
});
