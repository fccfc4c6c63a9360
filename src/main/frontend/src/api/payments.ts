import { asPage, call, query, type Page } from './http.ts';
import type { Money } from './types.ts';

export type Day = {
  shop: string; provider: string; day: string; currency: string; lines: number; value: Money; matched: Money; matchedPercent: string | null; mismatches: number; open: number; openValue: Money;
  refundAgeP99Seconds?: number | null; mismatchAgeP99Seconds?: number | null; unknownOverHour?: number; statementTakenAt: string | null;
};
export type Line = {
  id: string | number; shop: string; provider: string; day: string; lineId: string | null; refundNo: string | null; verdict: string; basis?: string | null; ours: Money | null; theirs: Money | null; difference?: Money | null; movedAt?: string | null;
  refundCase?: string | null; caseNumber?: string | null; open: boolean; resolvedBy?: string | null; resolvedWho?: string | null; resolvedAt?: string | null; claimed?: boolean;
};
export type Balance = { shop: string; account: string; balance: Money; items: number; since: string; owner?: { team: string; people: string[] } };
export type Taken = { day: string; statements: { provider: string; account?: string; lines: number; accepted: number; duplicate: number; rejected: number }[] };
export type OneDay = { day: string; provider?: string; shop?: string };

const base = '/api/payments/reconciliation';
export const listDays = (from: string, to: string) => call<Day[]>(`${base}/days${query({ from, to })}`);
export const listMismatches = (open: boolean, after: string | null) => call<Page<Line>>(`${base}/mismatches${query({ open, after, limit: 50 })}`).then(asPage);
export const listStatement = (day: OneDay, after: string | null) => call<Page<Line>>(`${base}/statements${query({ ...day, after, limit: 50 })}`).then(asPage);
export const listBalances = () => call<Balance[]>(`${base}/clearing`);
export const takeBill = (day: OneDay) => call<Taken>(`${base}/run`, { method: 'POST', body: day });
