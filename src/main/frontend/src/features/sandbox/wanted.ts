import { askFor, pushRequest, type BuyerRequest } from '../../api/sandbox.ts';

export { reasons } from '../cases/words.ts';
export const kinds = ['REFUND_ONLY', 'RETURN_REFUND', 'EXCHANGE', 'RESHIP', 'REPAIR', 'SHORT', 'WRONG_ITEM'] as const;
/** A reason that fits where the order's parcel is. */
export const automatic = 'AUTO';
export type Wanted = { kind: string; reason: string; words: string };
export const firstWanted: Wanted = { kind: 'REFUND_ONLY', reason: automatic, words: '' };

export function push(shop: string, { kind, reason, words }: Wanted, orderId: string | undefined): Promise<BuyerRequest> {
  const reasonText = words.trim() || undefined;
  return reason === automatic ? pushRequest({ shop, orderId, reasonText }) : askFor({ shop, orderId, kind, reason, reasonText });
}
