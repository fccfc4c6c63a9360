import { call } from './http.ts';
import type { Money } from './types.ts';

export type Owed = { party: string; name: string; amount: Money; state: string };
export type Shortage = {
  state: string; claim: string; party: string | null; foundByPerson: boolean; basisZh: string; basisEn: string; remedy: string | null; amount: Money | null;
  packingZh: string; packingEn: string; weightsZh: string; weightsEn: string; recoveries: Owed[];
};
export type Cost = { kind: string; words: string | null; amount: Money };
export type Repair = {
  place: string; cover: string | null; coverZh: string; coverEn: string; right: string | null; rightZh: string; rightEn: string; found: string | null; faultWords: string | null;
  serialIn: string | null; serialOut: string | null; spareSerial: string | null; spareState: string | null; spareBy: string | null; failures: number; repairs: number; due: string | null; provedBy: string | null;
  quote: Money | null; quoteState: string | null; quoteUntil: string | null; costs: Cost[]; mayFail: boolean;
};
export type Workshop = { shortage: Shortage | null; repair: Repair | null };

const path = (number: string) => `/api/cases/${encodeURIComponent(number)}/workshop`;
export const readWorkshop = (number: string) => call<Workshop>(path(number));
export const answerQuote = (number: string, accepted: boolean, note: string) => call<Workshop>(`${path(number)}/quote`, { method: 'POST', body: { accepted, note } });
export const failedAgain = (number: string, note: string) => call<Workshop>(`${path(number)}/failure`, { method: 'POST', body: { note } });
