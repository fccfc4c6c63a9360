import type { TFunction } from 'i18next';

/** In which book of words the value of a fact stands, by the fact's name in the tables. */
const books: Record<string, string> = {
  kind: 'kind', reasonCode: 'reason', reasonType: 'reason', tier: 'tier', provider: 'provider', carrier: 'carrier', orderState: 'orderState', riskFlags: 'risk', remedy: 'remedy',
  team: 'team', approvalTeam: 'team', routeTeam: 'team', approvalRole: 'role', liableParty: 'party', party: 'party', fault: 'party',
  freightPayer: 'payer', outboundPayer: 'payer', replacementPayer: 'payer', payer: 'payer',
};

/** What a row asks of a fact, with the values it names in words. */
export const conditionWords = (t: TFunction, name: string, condition: string) => condition.replaceAll(/"([^"]*)"/g, (_, value: string) => `“${factWords(t, name, value)}”`);

/** A fact in words where it has some, else as the table has it. */
export function factWords(t: TFunction, name: string, value: unknown): string {
  if (Array.isArray(value)) return value.map((each) => factWords(t, name, each)).join(', ') || '–';
  if (typeof value === 'boolean') return t(value ? 'why.yes' : 'why.no');
  if (value === null || value === undefined || value === '') return '–';
  if (typeof value === 'object') return '…';
  const book = books[name];
  return book ? t(`${book}.${String(value)}`, String(value)) : String(value);
}
