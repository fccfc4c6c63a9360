import { call, query } from './http.ts';
import type { Money } from './types.ts';

export type RequestList = 'file' | 'check' | 'read' | 'waiting';
export type Verdict = 'RECEIVED' | 'AGREED' | 'PART' | 'DENIED' | 'ASKS_MORE' | 'FAILED';
export const verdicts: Verdict[] = ['AGREED', 'PART', 'DENIED', 'ASKS_MORE', 'RECEIVED', 'FAILED'];
export type CarrierRequest = {
  number: string; caseNumber: string; shop: string; carrier: string; waybill: string; kind: 'CHASE' | 'INTERCEPT' | 'CLAIM' | 'APPEAL' | 'WITHDRAW'; amount: Money | null; words: string;
  channel: 'WORK_ORDER' | 'MAIL' | 'PORTAL'; state: 'NEW' | 'SENDING' | 'SENT' | 'BY_HAND' | 'CHECK' | 'ANSWERED'; reference: string | null; note: string | null; unread: string | null; at: string;
};
export type ShownRequest = {
  request: CarrierRequest; subject: string; text: string;
  papers: { name: string; mediaType: string; bytes: number; sha256: string }[];
  answers: { verdict: Verdict; reference: string; amount: Money | null; words: string; at: string }[];
};
export type TypedAnswer = { verdict: Verdict; amount: Money | null; reference: string; words: string };

const path = (number: string) => `/api/carrier-requests/${number}`;
export const listRequests = (list: RequestList, after: string | null) => call<{ items: CarrierRequest[]; next: string | null }>(`/api/carrier-requests${query({ list, after })}`);
export const readRequest = (number: string) => call<ShownRequest>(path(number));
export const paperPath = (number: string, sha256: string) => `${path(number)}/papers/${sha256}`;
export const fileByHand = (number: string, reference: string) => call<ShownRequest>(`${path(number)}/filed`, { method: 'POST', body: { reference } });
export const sendAgain = (number: string) => call<ShownRequest>(`${path(number)}/send-again`, { method: 'POST', body: {} });
export const typeAnswer = (number: string, typed: TypedAnswer) => call<ShownRequest>(`${path(number)}/answer`, { method: 'POST', body: typed });
