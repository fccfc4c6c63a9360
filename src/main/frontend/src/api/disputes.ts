import { call } from './http.ts';
import type { EvidenceFile, Money } from './types.ts';

export type DisputeItem = {
  code: string; titleZh: string; titleEn: string; why: string; source: 'DATA' | 'FILE' | 'WORDS'; must: boolean; field?: string | null; shown?: string | null; files: string[]; words?: string | null;
};
export type PackFile = { name: string; mediaType: string; size: number; sha256: string; item: string };
export type Pack = { number: string; round: number; turn: number; pdfSha256: string; zipSha256: string; manifest: PackFile[]; incomplete?: string | null; by: string; at: string };
export type Dispute = {
  caseNumber: string; shop: string; matter: string; platform: string; kind: string; reason: string; words?: string | null; state: string; round: number; outcome?: string | null;
  money: Record<'amount' | 'withheld' | 'returned' | 'lost' | 'fee', Money>;
  times: { dueAt: string; told: boolean; warnAt: string; alarmAt: string; answeredAt?: string | null; verdictAt?: string | null; appealBy?: string | null };
  advice: { strategy?: string | null; pastDecided: number; pastWon: number }; position: { what?: string | null; note?: string | null; by?: string | null; secondBy?: string | null };
  verdict?: { verdict: string; words?: string | null } | null;
};
export type DisputeFolder = {
  dispute?: Dispute | null; byCard: boolean; strategyGroundZh: string; strategyGroundEn: string; complete: boolean; items: DisputeItem[]; packs: Pack[];
  sent: { number: string; round: number; what: string; byHand: boolean; state: string; reference?: string | null; at: string }[]; book: { txn: string; account: string; amount: Money; kind: string; at: string }[];
};

const path = (number: string) => `/api/cases/${encodeURIComponent(number)}`;
export const readDispute = (number: string) => call<DisputeFolder>(`${path(number)}/dispute`);
export const filesOf = (number: string) => call<EvidenceFile[]>(`${path(number)}/evidence`);
export const putItem = (number: string, code: string, body: { files: string[]; words: string }) => call<void>(`${path(number)}/dispute/items/${encodeURIComponent(code)}`, { method: 'PUT', body });
export const sayVerdict = (number: string, body: { verdict: string; bears?: Money; words: string }) => call<void>(`${path(number)}/dispute/verdict`, { method: 'POST', body });
export const moneyParts = ['withheld', 'returned', 'lost', 'fee'] as const;
export type MoneyPart = (typeof moneyParts)[number];
export const correctMoney = (number: string, money: Record<MoneyPart, Money>, note: string) => call<void>(`${path(number)}/dispute/money`, { method: 'PUT', body: { ...money, note } });
export const previewUrl = (number: string) => `${path(number)}/dispute/preview`;
export const packUrl = (number: string, turn: number, kind: 'pdf' | 'zip') => `${path(number)}/dispute/packs/${turn}.${kind}`;
export const thereIs = (item: DisputeItem) => Boolean(item.shown || item.files.length || item.words);
