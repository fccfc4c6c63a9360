import { asPage, call, query, type Page } from './http.ts';
import type { Money } from './types.ts';

export type Period = 1 | 7 | 30 | 90;
export type Look = { shop?: string; brand?: string; kind?: string; days?: Period };
export type Freshness = { asOf: string | null; rebuilding: boolean };
export type Spread = { n: number; p50: number | null; p95: number | null };
export type Day = { day: string; opened: number; closed: number; reopened: number; byItself: number; broken: number; late: number; backlog: number };
export type Sums = Omit<Day, 'day' | 'backlog'>;
export type Present = { soon: number; late: number; stuck: number; failed: number; approvals: number; backlog: number };
export type RefundSum = { currency: string; refunds: number; returned: number; amount: Money; before: Money; days: number[] };
export type Times = { handled: Spread; answered: Spread };
export type Overview = {
  freshness: Freshness; since: string; today: string; present: Present; days: Day[]; sums: Sums; before: Sums; times: Times; timesBefore: Times; refunds: RefundSum[];
};
/** How orders paid at the door stand with their buyers; open are still being called. */
export type CodCalls = { confirmed: number; refused: number; unreached: number; open: number };
export type CodReason = { stage: 'CALL' | 'DOOR'; reason: string; refusals: number; before: number };
export type Cod = { now: CodCalls; before: CodCalls; reasons: CodReason[] };
export type Which = 'soon' | 'late' | 'stuck' | 'approvals';
export type Need = {
  key: string; caseNumber: string; shop: string; kind: string; stepZh: string | null; stepEn: string | null; clock: string | null; dueAt: string | null; since: string;
  assignee: string | null;
};
export type Figure = 'opened' | 'closed' | 'backlog' | 'broken' | 'handled' | 'answered' | 'byItself' | 'reopened' | 'refunds';
/** A case behind a figure, or a promise or refund of it; took is in seconds. */
export type Found = {
  at: string; key: string; caseNumber: string | null; shop: string; kind: string; state: string | null; outcome: string | null; words: string | null; clock: string | null;
  stepZh: string | null; stepEn: string | null; dueAt: string | null; took: number | null; minor: number | null; currency: string | null;
};
export type Version = { hash: string; number: number | null; since: string | null; waiting: number };
export type ProcessSummary = { process: string; nameZh: string | null; nameEn: string | null; waiting: number; stuck: number; versions: Version[] };
export type Step = {
  activity: string; type: string; nameZh: string | null; nameEn: string | null; calls: string | null; drawn: boolean; waiting: number; stuck: number; oldest: string | null;
  entered: number; ended: number; cancelled: number; late: number; failed: number; waited: Spread;
};
export type ProcessLoad = {
  freshness: Freshness; process: string; nameZh: string | null; nameEn: string | null; version: string | null; versions: Version[]; xml: string | null; steps: Step[];
};
export type AtStep = { since: string; instance: string; caseNumber: string; shop: string; kind: string; dueAt: string | null; assignee: string | null; error: string | null };
export type StepPage = { failed: AtStep[]; items: AtStep[]; next: string | null };
export type IncidentGroup = {
  key: string; source: 'STEP' | 'LETTER' | 'EFFECT' | 'EVENT' | 'ALARM'; process: string | null; place: string; stopped: boolean; money: boolean; whatZh: string; whatEn: string;
  causeZh: string; causeEn: string; meansZh: string; meansEn: string; count: number; capped: boolean; firstAt: string; lastAt: string; sample: string;
};
export type RefundFacts = {
  refundNo: string; state: string; amount: Money; provider: string; providerRefundId: string | null; sends: number; lastSent: string | null; settledAt: string | null;
  settledBy: string | null; payment: { captured: Money; reserved: Money; refunded: Money }; ledger: { account: string; amount: Money; kind: string; at: string }[];
  words: { at: string; step: string; outcome: string; httpStatus: number | null; code: string | null }[]; retryZh: string; retryEn: string;
};
export type Failure = { source: string; ref: string; caseNumber: string | null; shop: string; kind: string; told: string; at: string; money: RefundFacts[] };
export type Retry = {
  id: number; groupKey: string; titleZh: string; titleEn: string; money: boolean; askedBy: string; askedAt: string; state: 'ASKED' | 'RUNNING' | 'DONE'; total: number; done: number;
  succeeded: number; failed: number;
};
export type RetryRow = { n: number; ref: string; shop: string; caseNumber: string | null; state: 'WAITING' | 'DONE' | 'FAILED' | 'GONE'; toldZh: string | null; toldEn: string | null };
export type RetryShown = { retry: Retry; rows: RetryRow[]; next: number | null };

const base = '/api/cockpit';
const step = (process: string, activity: string) => `${base}/processes/${encodeURIComponent(process)}/steps/${encodeURIComponent(activity)}/cases`;

export const readOverview = (look: Look) => call<Overview>(`${base}/overview${query(look)}`);
export const readCod = (look: Look) => call<Cod>(`${base}/cod${query(look)}`);
export const listNeeds = (look: Look, which: Which, after: string | null) => call<Page<Need>>(`${base}/needs${query({ ...look, which, after, limit: 50 })}`).then(asPage);
export const listBehind = (look: Look, figure: Figure, currency: string | undefined, after: string | null) =>
  call<Page<Found>>(`${base}/cases${query({ ...look, figure, currency, after, limit: 50 })}`).then(asPage);
export const listProcesses = (look: Look) => call<ProcessSummary[]>(`${base}/processes${query(look)}`);
export const readProcess = (look: Look, process: string, version?: string) => call<ProcessLoad>(`${base}/processes/${encodeURIComponent(process)}${query({ ...look, version })}`);
export const listAtStep = (look: Look, process: string, activity: string, version: string | undefined, after: string | null) =>
  call<StepPage>(step(process, activity) + query({ ...look, version, after, limit: 30 }));
export const listIncidents = (look: Look) => call<IncidentGroup[]>(`${base}/incidents${query(look)}`);
export const listFailures = (look: Look, key: string, after: string | null) => call<Page<Failure>>(`${base}/incidents/${key}/failures${query({ ...look, after, limit: 20 })}`).then(asPage);
export const readTrace = (look: Look, key: string, ref: string) => call<{ trace: string }>(`${base}/incidents/${key}/trace${query({ ...look, ref })}`);
export const askRetry = (look: Look, group: string, refs: string[], lookedAt: boolean) =>
  call<RetryShown>(`${base}/retries${query(look)}`, { method: 'POST', body: { group, refs, lookedAt } });
export const readRetry = (id: number) => call<RetryShown>(`${base}/retries/${id}`);
export const overviewTable = (look: Look) => `${base}/overview.csv${query(look)}`;
export const stepsTable = (look: Look, process: string, version?: string) => `${base}/processes/${encodeURIComponent(process)}/steps.csv${query({ ...look, version })}`;
export const incidentsTable = (look: Look) => `${base}/incidents.csv${query(look)}`;
