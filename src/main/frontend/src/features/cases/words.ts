import type { Tone } from '../../ui/Tag.tsx';
import type { RiskFlag } from '../../api/types.ts';
import { said } from '../../ui/bilingual.ts';

export const stateTone: Record<string, Tone> = { OPEN: 'blue', WAITING_BUYER: 'amber', CLOSED: 'plain' };
export const refundTone: Record<string, Tone> = { PAID: 'green', SETTLED: 'green', SUCCEEDED: 'green', FAILED: 'red', REFUSED: 'red' };
export const flags = ['RED', 'YELLOW', 'GREEN', 'BLUE', 'PURPLE'] as const;

export const kinds = ['REFUND_ONLY', 'RETURN_REFUND', 'EXCHANGE', 'REPAIR', 'RESHIP', 'LOGISTICS', 'REVIEW', 'DISPUTE', 'QUESTION', 'OTHER'] as const;
export const reasons = ['BUYER_CANCEL', 'NOT_RECEIVED', 'NO_REASON', 'QUALITY', 'NOT_AS_DESCRIBED', 'DAMAGED', 'SHORT', 'WRONG_ITEM', 'COUNTERFEIT', 'SERVICE', 'OTHER'] as const;
export const remedies = ['REFUND', 'RETURN_REFUND', 'EXCHANGE', 'REPAIR', 'RESHIP', 'COMPENSATION', 'NONE'] as const;

export const riskText = (flag: RiskFlag, language: string, known: (code: string) => string) =>
  typeof flag === 'string' ? known(flag) : said(language, flag.textZh, flag.textEn) || known(flag.code);

const groups: [group: TimelineGroup, kinds: RegExp][] = [
  ['buyer', /BUYER|REQUEST|MESSAGE_IN/],
  ['money', /REFUND|PAY|MONEY|SETTLE/],
  ['parcel', /TRACK|PARCEL|SHIP|LOGIST/],
  ['time', /SLA|CLOCK|DUE|DEADLINE|TIMER/],
  ['person', /REMARK|EVIDENCE|TASK|CLAIM|COMPLETE|PERSON|AGENT|DECISION/],
];
export type TimelineGroup = 'buyer' | 'person' | 'money' | 'parcel' | 'time' | 'system';
export const timelineGroups: TimelineGroup[] = ['buyer', 'person', 'money', 'parcel', 'time', 'system'];

/** To which of the filter chips an entry of the timeline belongs. */
export const groupOf = (kind: string): TimelineGroup => groups.find(([, pattern]) => pattern.test(kind.toUpperCase()))?.[0] ?? 'system';
