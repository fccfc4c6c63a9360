import type { Me, View } from '../../api/types.ts';
import type { Words } from '../../api/desk.ts';

const own = ['view', 'sort'];

/** The words of an address that narrow a list, without those that choose or sort it. */
export const filtersOf = (search: Record<string, unknown>): Words =>
  Object.fromEntries(Object.entries(search).filter(([key, value]) => !own.includes(key) && typeof value === 'string' && value !== '')) as Words;

/** What an address holds, to be kept under a name. */
export const wordsOf = (search: Record<string, unknown>): Words =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => typeof value === 'string' && value !== '')) as Words;

/** What a case may be tagged with: the risks seen in it and the tier of its buyer. */
export const tags = { risk: ['MANY_REFUNDS', 'OTHER_CASE_OPEN', 'PAST_DISPUTE', 'ORDER_UNKNOWN', 'LINE_UNKNOWN', 'ASKS_MORE_THAN_PAID', 'DELIVERED_BUT_DENIED'], tier: ['NEW', 'REGULAR', 'VIP'] } as const;
export const tagKey = (tag: string) => (tags.tier.some((tier) => tier === tag) ? `tier.${tag}` : `risk.${tag}`);

/** Two addresses that show the same list. */
export const sameWords = (a: Words, b: Words) => {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => (a[key] ?? '') === (b[key] ?? ''));
};

/** Where a role begins its day: agents with what they hold, other desks with what nobody has taken, who leads with what is late. */
export const defaultView = (me: Me): View => {
  if (me.roles.includes('SUPERVISOR')) return 'overdue';
  if (me.roles.some((role) => ['WAREHOUSE', 'FINANCE', 'LEGAL', 'LEAD'].includes(role))) return 'team';
  return me.roles.includes('AGENT') ? 'mine' : 'all';
};
