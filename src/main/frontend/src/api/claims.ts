import { asPage, call, query, type Page } from './http.ts';
import type { Money } from './types.ts';

export const faults = ['DELAY', 'DELAY_RUINED', 'LOST', 'DAMAGED', 'PART_DAMAGED', 'SHORT', 'FALSE_SIGNATURE', 'UNAUTHORISED_DROP', 'SECURITY_SEIZED'] as const;
export type ClaimFault = (typeof faults)[number];
export const claimStates = ['OPEN', 'FILED', 'MORE_ASKED', 'TO_DECIDE', 'COMPLAINED', 'AGREED', 'PAID', 'WRITTEN_OFF', 'DROPPED', 'TO_RETURN', 'WITHDRAWN'] as const;
export type ClaimState = (typeof claimStates)[number];
export const verdicts = ['RECEIVED', 'AGREED', 'PART', 'DENIED', 'ASKS_MORE', 'FAILED'] as const;
export type Verdict = (typeof verdicts)[number];
export const clauses = ['MONTHLY_ACCOUNT', 'OTHER_SENDER', 'FRANCHISE', 'REGISTERED_MAIL', 'NONE'] as const;

type Times = Record<'postedAt' | 'discoveredAt' | 'openedAt' | 'fileBy' | 'filedAt' | 'answerBy' | 'answeredAt' | 'payBy' | 'complainBy' | 'authorityBy' | 'dueAt' | 'closedAt' | 'foundAt', string | null>;
export type Claim = {
  claimNo: string; caseNumber: string; shop: string; carrier: string; waybill: string; fault: ClaimFault; region: string; state: ClaimState; times: Times;
  money: { loss: Money; value: Money; declared: Money | null; freight: Money | null; claimed: Money | null; agreed: Money; received: Money; writtenOff: Money };
  basis: { rule: string; ground: string; complaint: boolean; contract: number | null } | null; facts: { limitOff: boolean; shipperFault: boolean };
  reference: string | null; complaintNo: string | null; outcome: string | null; openedBy: string; conflict: boolean; foundWords: string | null;
};
export type Receipt = {
  id: number; shop: string; state: 'OPEN' | 'BOOKED' | 'DISMISSED'; claimNo: string | null; by: string | null; at: string | null; note: string | null; takenAt: string;
  line: { carrier: string; lineId: string; reverses: string | null; amount: Money; named: string | null; reference: string | null; waybill: string | null; words: string | null; paidAt: string };
};
export type Paper = { n: number; filing: number; origin: string; evidenceId: string | null; name: string; mediaType: string; size: number; sha256: string; frozenAt: string };
export type Filing = { number: string; n: number; kind: 'CLAIM' | 'APPEAL' | 'SUPPLEMENT'; channel: string; amount: Money; words: string; at: string; by: string };
export type ClaimAnswer = { number: string; verdict: Verdict; source: string; reference: string; amount: Money | null; words: string; at: string };
export type ClaimFolder = {
  claim: Claim; papers: Paper[]; filings: Filing[]; answers: ClaimAnswer[]; receipts: Receipt[]; book: { txn: string; account: string; amount: Money; kind: string; at: string }[];
  decisions: { what: string; reason: string; by: string; at: string }[]; asked: string[];
};
export type Wish = { carrier: string; waybill: string; fault: ClaimFault; loss: Money; declared?: Money; freight?: Money; postedAt?: string; discoveredAt?: string; limitOff?: boolean; shipperFault?: boolean };
export type Terms = {
  id?: number | null; carrier: string; region: string; validFrom: string; clause: (typeof clauses)[number]; windowHours: number | null; windowFrom: string; answerDays: number | null; payDays: number | null;
  multiple: number | null; cap: number | null; currency?: string; insuredRule: string | null; channel: string | null; approveAbove: number | null; note: string; ended?: boolean; by?: string | null; at?: string | null;
};
export type Listed = { terms: Terms; missing: string[]; channel: string; own: boolean };
export type Score = {
  shop: string; carrier: string; region: string | null; fault: ClaimFault | null; currency: string; parcels: number | null; faults: number; claimed: Money; agreed: Money; received: Money; writtenOff: Money;
  answered: number; denied: number; daysToAnswer: number | null;
};
export type Look = { from: string; to: string; shop?: string; byRegion?: boolean; byFault?: boolean };

export const findClaims = (wanted: Record<string, string | undefined>, after: string | null) => call<Page<Claim>>(`/api/claims${query({ ...wanted, after, limit: 50 })}`).then(asPage);
export const readClaim = (claimNo: string) => call<ClaimFolder>(`/api/claims/${encodeURIComponent(claimNo)}`);
export const claimsOfCase = (number: string) => call<Claim[]>(`/api/cases/${number}/claims`);
export const openClaim = (number: string, wish: Wish) => call<Claim>(`/api/cases/${number}/claims`, { method: 'POST', body: wish });
export const sayAnswer = (claimNo: string, body: { verdict: Verdict; amount?: Money; reference: string; words: string }) => call<void>(`/api/claims/${claimNo}/answers`, { method: 'POST', body });
export const sayFound = (claimNo: string, words: string) => call<void>(`/api/claims/${claimNo}/found`, { method: 'POST', body: { words } });
export const listReceipts = (open: boolean, after: string | null) => call<Page<Receipt>>(`/api/carrier-receipts${query({ open, after, limit: 50 })}`).then(asPage);
export const matchReceipt = (id: number, claimNo: string) => call<Receipt>(`/api/carrier-receipts/${id}/match`, { method: 'POST', body: { claimNo } });
export const receiptCandidates = (id: number) => call<Claim[]>(`/api/carrier-receipts/${id}/candidates`);
export const dismissReceipt = (id: number, reason: string) => call<Receipt>(`/api/carrier-receipts/${id}/dismiss`, { method: 'POST', body: { reason } });
export const readScores = (look: Look) => call<Score[]>(`/api/carrier-scorecard${query(look)}`);
export const scoreTable = (look: Look) => `/api/carrier-scorecard/table.csv${query(look)}`;
export const listTerms = (shop: string) => call<Listed[]>(`/api/carrier-contracts/${shop}`);
export const termsHistory = (shop: string, carrier: string, region: string) => call<Terms[]>(`/api/carrier-contracts/${shop}/history${query({ carrier, region })}`);
export const saveTerms = (shop: string, terms: Terms) => call<Terms>(`/api/carrier-contracts/${shop}`, { method: 'POST', body: terms });
