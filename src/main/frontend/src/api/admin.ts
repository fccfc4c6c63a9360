import { asPage, call, query, type Page } from './http.ts';
import type { Shop } from './types.ts';

export type Entry = {
  id: number; login: string; name: string; roles: string[]; shops: string[]; teams: string[]; skills: string[]; language: string;
  everyShop: boolean; dismissed: boolean; secondFactor: boolean; slowed: boolean; mine: boolean;
};
export type EntryWish = { login: string; name: string; roles: string[]; shops: string[]; teams: string[]; skills: string[]; language: string; everyShop: boolean; dismissed: boolean };
export type Invitation = { token: string; expiresAt: string };
export const peopleBook = () => call<Entry[]>('/api/people/book');
export const addPerson = (wish: EntryWish) => call<{ id: number }>('/api/people', { method: 'POST', body: wish });
export const changePerson = (id: number, wish: EntryWish) => call<{ id: number }>(`/api/people/${id}`, { method: 'PUT', body: wish });
export const invite = (id: number) => call<Invitation>(`/api/people/${id}/invitation`, { method: 'POST', body: {} });
export const resetPassword = (id: number) => call<Invitation>(`/api/people/${id}/reset`, { method: 'POST', body: {} });
export type Help = 'sessions' | 'lock' | 'factor';
export const help = (id: number, what: Help) => call<void>(`/api/people/${id}/${what}`, { method: 'DELETE' });

export type Team = { name: string; titleZh: string; titleEn: string; lead: number | null; members: number[] };
export const listTeams = () => call<Team[]>('/api/teams');
export const saveTeam = ({ name, ...wish }: Team) => call<Team>(`/api/teams/${name}`, { method: 'PUT', body: wish });

export const openShop = (shop: Shop) => call<Shop>('/api/shops', { method: 'POST', body: shop });
export const changeShop = (shop: Shop) => call<Shop>(`/api/shops/${shop.id}`, { method: 'PUT', body: shop });
export const renameBrand = (from: string, to: string) => call<Shop[]>('/api/shops/brands', { method: 'PUT', body: { from, to } });

export type Grant = { shop: string; scopes: string[] };
export type ApiKey = { id: number; name: string; hint: string; grants: Grant[]; createdAt: string; lastUsedAt: string | null; revokedAt: string | null };
export const listKeys = () => call<ApiKey[]>('/api/keys');
export const makeKey = (name: string, grants: Grant[]) => call<{ id: number; name: string; key: string }>('/api/keys', { method: 'POST', body: { name, grants } });
export const revokeKey = (id: number) => call<void>(`/api/keys/${id}`, { method: 'DELETE' });

export type ConnectionField = { name: string; labelZh: string; labelEn: string; secret: boolean; required: boolean; example: string | null };
export type KeptSecret = { field: string; hint: string; setBy: string; setAt: string };
export type Connection = {
  partner: string; titleZh: string; titleEn: string; fields: ConnectionField[]; set: boolean; inUse: boolean; settings: Record<string, string>; secrets: KeptSecret[];
  changedBy: string | null; changedAt: string | null; testedAt: string | null; testedBy: string | null; tested: { ok: boolean; zh: string; en: string } | null; troubles: string[];
};
export type ConnectionWish = { settings: Record<string, string>; secrets: Record<string, string>; inUse: boolean };
export const listConnections = (shop: string) => call<Connection[]>(`/api/connections/${shop}`);
export const saveConnection = (shop: string, partner: string, wish: ConnectionWish) => call<Connection>(`/api/connections/${shop}/${partner}`, { method: 'PUT', body: wish });
export const testConnection = (shop: string, partner: string) => call<Connection>(`/api/connections/${shop}/${partner}/test`, { method: 'POST', body: {} });
export const removeConnection = (shop: string, partner: string) => call<void>(`/api/connections/${shop}/${partner}`, { method: 'DELETE' });

export type Words = { subject: string; body: string };
export type Template = { template: string; language: 'zh' | 'en'; words: string[]; house: Words; own: Words | null; version: number; writtenBy: string | null; writtenAt: string | null };
export type Finding = { line: string; outcome: string; reasonZh: string; reasonEn: string };
export type TemplateFault = { field: string; rule: string; zh: string; en: string };
export type TemplatePreview = { text: Words; findings: Finding[]; faults: TemplateFault[] };
const wording = (shop: string, of: Template) => `/api/message-templates/${shop}/${of.template}/${of.language}`;
export const listTemplates = (shop: string) => call<Template[]>(`/api/message-templates/${shop}`);
export const previewTemplate = (shop: string, of: Template, words: Words) => call<TemplatePreview>(`${wording(shop, of)}/preview`, { method: 'POST', body: { ...words, version: of.version } });
export const saveTemplate = (shop: string, of: Template, words: Words) => call<Template>(wording(shop, of), { method: 'PUT', body: { ...words, version: of.version } });
export const withdrawTemplate = (shop: string, of: Template) => call<Template>(`${wording(shop, of)}?version=${of.version}`, { method: 'DELETE' });

export type ApprovalLimits = Record<string, number>;
export type RemedyTerms = {
  freight: number; goodsPercent: number; resalePercent: number; returnCostTold: boolean; freightInsured: boolean; fullFreightPromised: boolean; promisedTimes: number;
};
export type ContactLimits = { daily: number; weekly: number; quietFrom: string | null; quietUntil: string | null };
export const approvalLimits = (shop: string) => call<ApprovalLimits>(`/api/approval-limits/${shop}`);
export const saveApprovalLimits = (shop: string, limits: ApprovalLimits) => call<ApprovalLimits>(`/api/approval-limits/${shop}`, { method: 'PUT', body: limits });
export const remedyTerms = (shop: string) => call<RemedyTerms>(`/api/remedy-terms/${shop}`);
export const saveRemedyTerms = (shop: string, terms: RemedyTerms) => call<RemedyTerms>(`/api/remedy-terms/${shop}`, { method: 'PUT', body: terms });
export type WarrantyTerms = Record<string, { wholeDays: number; mainPartDays: number }>;
export const warrantyTerms = (shop: string) => call<WarrantyTerms>(`/api/warranty-terms/${shop}`);
export const saveWarrantyTerms = (shop: string, terms: WarrantyTerms) => call<WarrantyTerms>(`/api/warranty-terms/${shop}`, { method: 'PUT', body: terms });
export const contactLimits = (shop: string) => call<ContactLimits>(`/api/contact-limits/${shop}`);
export const saveContactLimits = (shop: string, limits: ContactLimits) => call<ContactLimits>(`/api/contact-limits/${shop}`, { method: 'PUT', body: limits });

export type Hours = { weekday: number; opens: string; closes: string };
export type Day = { day: string; working: boolean; name: string; source: string; own: boolean; provisional: boolean };
export type Calendar = { shop: string; timeZone: string; hours: Hours[]; days: Day[] };
export const readCalendar = (shop: string) => call<Calendar>(`/api/calendars/${shop}`);
export const saveCalendar = (shop: string, hours: Hours[], days: Day[]) =>
  call<Calendar>(`/api/calendars/${shop}`, { method: 'PUT', body: { hours, days: days.map(({ day, working, name, source }) => ({ day, working, name, source })) } });

export type AuditLine = {
  seq: number; at: string; shop: string; action: string; kind: string; object: string; who: string; whoKind: string; roles: string;
  request: string | null; address: string | null; details: Record<string, unknown>; sealed: boolean;
};
export type AuditWish = { shop?: string; who?: string; action?: string; kind?: string; object?: string; from?: string; until?: string };
export type Chain = { chain: string; lines: number; sound: boolean; broken: string | null };
export const searchAudit = (wish: AuditWish, after: string | null) => call<Page<AuditLine>>(`/api/audit${query({ ...wish, after, limit: 50 })}`).then(asPage);
export const auditWords = () => call<{ actions: string[]; kinds: string[] }>('/api/audit/words');
export const checkChain = (shop: string) => call<Chain>(`/api/audit/chains${query({ shop })}`);
export const auditFile = (wish: AuditWish) => `/api/audit/export${query(wish)}`;
