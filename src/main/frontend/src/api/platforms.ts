import { call, query } from './http.ts';
import type { Money } from './types.ts';

/** By hand in the seller's centre, with a code from the shop's telephone, or on its way. */
export type RequestList = 'hand' | 'code' | 'waiting';
export type PlatformRequest = {
  number: string; caseNumber: string; shop: string; platform: string | null; kind: string; matter: string; amount: Money | null; words: string | null; reason: string | null; more: Record<string, string>;
  state: 'NEW' | 'SENDING' | 'CODE' | 'BY_HAND' | 'DONE' | 'REFUSED' | 'CHANGED'; code: string | null; saidZh: string | null; saidEn: string | null; at: string;
};
/** What a marketplace said and nobody could take: a hint whose matter is unknown, a letter the letterbox refused. */
export type UntakenList = 'hints' | 'letters';
export type Untaken = { id: number; shop: string; platform: string; feed?: string; kind?: string; matter: string; reason: string | null; receivedAt?: string; at?: string };

const path = '/api/platforms';
export const listRequests = (list: RequestList, after: string | null) => call<{ items: PlatformRequest[]; next: string | null }>(`${path}/requests${query({ list, after })}`);
export const waitingRequests = () => call<{ code: number; hand: number }>(`${path}/waiting`);
export const requestsOf = (caseNumber: string) => call<{ items: PlatformRequest[] }>(`${path}/requests${query({ case: caseNumber })}`);
export const typeCode = (number: string, code: string) => call<PlatformRequest>(`${path}/requests/${number}/code`, { method: 'POST', body: { code } });
export const sayByHand = (number: string, done: boolean, words: string) => call<PlatformRequest>(`${path}/requests/${number}/by-hand`, { method: 'POST', body: { done, words } });
export const listUntaken = (list: UntakenList, after: number | null) => call<{ items: Untaken[]; next: number | null }>(`${path}/${list}${query({ after })}`);
export const askAgain = (list: UntakenList, id: number) => call<void>(`${path}/${list}/${id}/retry`, { method: 'POST', body: {} });
