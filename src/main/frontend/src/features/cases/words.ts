import type { Tone } from '../../ui/Tag.tsx';

export const stateTone: Record<string, Tone> = { OPEN: 'blue', WAITING_BUYER: 'amber', CLOSED: 'plain' };
export const refundTone: Record<string, Tone> = { SUCCEEDED: 'green', REJECTED: 'red', ABNORMAL: 'red', RETURNED: 'red', CLOSED: 'plain' };
export const goodsTone: Record<string, Tone> = {
  OPEN: 'blue', SENT: 'amber', ARRIVED: 'amber', LOST: 'red', RECEIVED: 'blue', INSPECTED: 'green', NOTHING_SENT: 'plain', WITHDRAWN: 'plain',
  RESERVED: 'blue', PICKING: 'blue', OUT_OF_STOCK: 'red', SHIPPED: 'amber', DELIVERED: 'green',
};
export const outcomeTone: Record<string, Tone> = { intact: 'green', deduct: 'amber', withdrawn: 'plain', nothingSent: 'plain' };
export const offerTone: Record<string, Tone> = { OPEN: 'amber', CHOSEN: 'green', SILENT: 'plain', WITHDRAWN: 'plain' };
export const flags = ['RED', 'YELLOW', 'GREEN', 'BLUE', 'PURPLE'] as const;

export const kinds = ['REFUND_ONLY', 'RETURN_REFUND', 'EXCHANGE', 'REPAIR', 'RESHIP', 'SHORT', 'WRONG_ITEM', 'LOGISTICS', 'REVIEW', 'DISPUTE', 'QUESTION', 'OTHER', 'LATE_SHIPMENT', 'ORDER_EXCEPTION', 'ORDER_CHANGE', 'COD'] as const;
export const reasons = ['BUYER_CANCEL', 'NOT_RECEIVED', 'NO_REASON', 'QUALITY', 'NOT_AS_DESCRIBED', 'DAMAGED', 'SHORT', 'WRONG_ITEM', 'COUNTERFEIT', 'SERVICE', 'OTHER'] as const;
const exceptionReasons = ['OUT_OF_STOCK', 'ADDRESS', 'PAYMENT', 'RISK', 'PRICE_ERROR', 'INTERCEPT', 'OTHER'] as const;
const changeReasons = ['ADDRESS', 'SIZE', 'QUANTITY', 'REMARK', 'CANCEL_ORDER'] as const;
/** The reasons a kind of case knows. */
export const reasonsOf = (kind: string): readonly string[] => (kind === 'ORDER_EXCEPTION' ? exceptionReasons : kind === 'ORDER_CHANGE' ? changeReasons : reasons);
export const remedies = ['REFUND', 'RETURN_REFUND', 'EXCHANGE', 'REPAIR', 'RESHIP', 'COMPENSATION', 'NONE'] as const;

const groups: [group: TimelineGroup, kinds: RegExp][] = [
  ['buyer', /REQUEST|MESSAGE|BUYER|JOINED/],
  ['money', /MONEY|REFUND|PAY/],
  ['parcel', /TRACK|PARCEL|SHIP|ORDER/],
  ['time', /CLOCK|DUE|DEADLINE|SLA/],
  ['person', /REMARK|EVIDENCE|TASK/],
];
export type TimelineGroup = 'buyer' | 'person' | 'money' | 'parcel' | 'time' | 'system';
export const timelineGroups: TimelineGroup[] = ['buyer', 'person', 'money', 'parcel', 'time', 'system'];

/** Who acted, told by login: the product itself, an interface key, or a person. */
export const actorOf = (by: string): 'by' | 'key' | null => (by === 'system' ? 'by' : /^key-\d+$/.test(by) ? 'key' : null);

/** To which of the filter chips an entry of the timeline belongs. */
export const groupOf = (kind: string, by?: string | null): TimelineGroup =>
  groups.find(([, pattern]) => pattern.test(kind.toUpperCase()))?.[0] ?? (by && actorOf(by) === null ? 'person' : 'system');
