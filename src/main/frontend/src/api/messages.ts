import { asPage, call, query, type Page } from './http.ts';

export type Outcome = 'ALLOW' | 'LEGAL_REVIEW' | 'BLOCK';
export type Finding = {
  line: string; outcome: Outcome; words?: string | null; reasonZh: string; reasonEn: string; source?: string | null; insteadZh?: string | null; insteadEn?: string | null;
};
export type Verdict = { outcome: Outcome; findings: Finding[]; notBefore?: string | null };
export type SpokenState = 'RECEIVED' | 'QUEUED' | 'WAITING' | 'SENT' | 'HELD' | 'REFUSED' | 'BLOCKED' | 'SKIPPED' | 'FAILED';
export type Spoken = {
  id: string; direction: 'IN' | 'OUT'; from: 'BUYER' | 'PLATFORM' | 'AGENT' | 'HOUSE'; state: SpokenState; template?: string | null; subject?: string | null; text: string | null; at: string;
  sentAt?: string | null; waitingUntil?: string | null; channel?: string | null; author?: { id: number; name: string } | null; verdict?: Verdict | null;
  noteZh?: string | null; noteEn?: string | null; decidedBy?: string | null;
};
export type Preview = {
  message: { verdict: Verdict; subject?: string | null; text?: string | null; channel?: string | null; sendAt?: string | null; capped?: { limit: string; most: number; until: string | null } | null };
  review?: { linked: boolean; reasonsZh: string[]; reasonsEn: string[] } | null; mayWrite?: boolean; mayNotZh?: string | null; mayNotEn?: string | null;
};
export type Template = { template: string; titleZh: string; titleEn: string; language: string; subject?: string | null; text: string; words?: { name: string; labelZh: string; labelEn: string; value: string | null }[] };
export type Draft = { text: string; language?: string; offers?: boolean; marketing?: boolean };
export type Held = { id: string; caseNumber: string; shop: string; text: string | null; authorId?: number | null; author?: { id: number; name: string } | null; authorName?: string | null; createdAt: string; verdict?: Verdict | null };
export type Waiting = { caseNumber: string; shop: string; kind: string; state: string; team?: string | null; orderId?: string | null; words?: string | null; since: string; dueAt: string | null; overdue: boolean };
export type WaitingPage = { items: Waiting[]; overdue: number; waiting: number };

const path = (number: string) => `/api/cases/${encodeURIComponent(number)}`;

export const readMessages = (number: string) => call<Spoken[]>(`${path(number)}/messages`);
export const listTemplates = (number: string, language: string) => call<Template[]>(`${path(number)}/templates${query({ language })}`);
export const previewMessage = (number: string, draft: Draft, signal?: AbortSignal) => call<Preview>(`${path(number)}/messages/preview`, { method: 'POST', body: draft, signal });
export const sendMessage = (number: string, draft: Draft, onceKey: string) => call<Spoken>(`${path(number)}/messages`, { method: 'POST', body: draft, headers: { 'Idempotency-Key': onceKey } });
export type HeldWish = { shop?: string; line?: string; waited?: number };
export const listHeld = ({ shop, line, waited }: HeldWish, after: string | null) => call<Page<Held>>(`/api/held-messages${query({ shop, line, waitedHours: waited, after, limit: 30 })}`).then(asPage);
export const decideHeld = (id: string, allow: boolean, note: string) => call<unknown>(`/api/held-messages/${encodeURIComponent(id)}`, { method: 'POST', body: { allow, note } });
export const listWaiting = (overdue: boolean) => call<WaitingPage>(`/api/conversations${query({ overdue, limit: 100 })}`);
/** Some words need no answer, a thank-you for one. */
export const needsNoAnswer = (number: string, note: string) => call<void>(`/api/conversations/${encodeURIComponent(number)}/settled`, { method: 'POST', body: { note } });
