import type { NewCase } from '../../api/cases.ts';
import type { Money, Order } from '../../api/types.ts';
import { minorOf, moneyText } from '../../ui/money.ts';

/** What a person writes down for a buyer; quantities by order line. */
export type Ask = { kind: string; remedy: string; reason: string; words: string; amount: string; received: boolean; lines: Record<string, number> };
export const emptyAsk: Ask = { kind: 'REFUND_ONLY', remedy: 'REFUND', reason: 'BUYER_CANCEL', words: '', amount: '', received: false, lines: {} };

/** The price paid for the chosen quantities; a line's share is rounded down. */
export function paidFor(order: Order, lines: Record<string, number>): Money {
  const minor = order.items.reduce((sum, item) => sum + Math.floor((item.paid.minor * (lines[item.lineId] ?? 0)) / Math.max(item.quantity, 1)), 0);
  return { minor, currency: order.currency };
}

export type AmountFault = { key: 'newCase.amountWrong' } | { key: 'newCase.amountTooMuch'; most: string };

export function amountFault(order: Order, ask: Ask, language: string): AmountFault | null {
  if (!ask.amount.trim()) return null;
  const minor = minorOf(ask.amount, order.currency);
  if (minor === null || minor === 0) return { key: 'newCase.amountWrong' };
  const most = { minor: paidFor(order, ask.lines).minor + (order.freight?.minor ?? 0), currency: order.currency };
  return minor > most.minor ? { key: 'newCase.amountTooMuch', most: moneyText(most, language) } : null;
}

export function toNewCase(order: Order, ask: Ask, shop: string): NewCase {
  const minor = minorOf(ask.amount, order.currency);
  return {
    shop, orderId: order.orderId, kind: ask.kind, askedRemedy: ask.remedy, reasonCode: ask.reason, reasonText: ask.words.trim(), goodsReceived: ask.received,
    lines: Object.entries(ask.lines).map(([lineId, quantity]) => ({ lineId, quantity })),
    askedAmount: minor === null ? null : { minor, currency: order.currency },
  };
}
