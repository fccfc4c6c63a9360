import { asPage, call, query, type Page } from './http.ts';
import type { FoundOrder, Money, WorkItem } from './types.ts';

export type FoundCase = {
  number: string; shop: string; kind: string; state: string; orderId: string | null; buyerName: string | null; amount: Money | null; openedAt: string;
  by: 'number' | 'order' | 'waybill' | 'phone' | 'buyer';
};
export type Found = { cases: FoundCase[]; orders: { order: FoundOrder; by: string }[]; more: boolean };
export type Words = Record<string, string>;
export type SavedView = { id: number; screen: 'desk' | 'cases'; name: string; search: Words; ownerId: number; ownerName: string; team: string | null; mayChange: boolean };
export type Count = { count: number; capped: boolean };
export type Receivers = { people: { id: number; login: string; name: string; roles: string[] }[]; teams: string[] };
export type Reader = { id: number; login: string; name: string; roles: string[] };
export type Note = { id: number; caseNumber: string; text: string; byId: number; byName: string; at: string };
export type Mention = {
  id: number; caseNumber: string; shop: string; reason: 'NOTE' | 'HANDED' | 'ANSWER' | 'OVERDUE' | 'WITHDRAWN'; noteId: number | null; taskId: string | null;
  wordsZh: string; wordsEn: string; byName: string; at: string; read: boolean;
};
export type Question = {
  id: number; team: string; words: string; attached: string[]; dueAt: string; askedBy: number; askedByName: string; askedAt: string; state: 'ASKED' | 'ANSWERED' | 'WITHDRAWN';
  overdueAt: string | null; verdict: string | null; answer: string | null; proofs: string[]; answeredByName: string | null; endedAt: string | null;
};
export type Reason = {
  at: string; table: string; name: string; version: number | null; hash: string; since: string | null; step: string | null; rows: { id: string; text: string }[];
  inputs: ReasonValue[]; outputs: ReasonValue[];
};
export type ReasonValue = { name: string; label: string; value: unknown; condition: string | null };
export type Next = {
  at: string; source: 'timer' | 'task' | 'clock'; name: string; zh: string | null; en: string | null; thenZh: string | null; thenEn: string | null; ends: boolean;
  onExpiry: string | null; rule: string | null;
};
export type KeptDraft = { data: Record<string, unknown> | null; byId: number | null; byName: string | null; savedAt: string | null };

const ofCase = (number: string) => `/api/cases/${encodeURIComponent(number)}`;

export const search = (q: string, signal?: AbortSignal) => call<Found>(`/api/search${query({ q })}`, { signal });

export const listViews = () => call<SavedView[]>('/api/views');
export const countViews = () => call<Record<string, Count>>('/api/views/counts');
export const saveView = (body: { screen: string; name: string; search: Words; team: string | null }) => call<SavedView>('/api/views', { method: 'POST', body });
export const renameView = (id: number, name: string) => call<SavedView>(`/api/views/${id}`, { method: 'PATCH', body: { name } });
export const deleteView = (id: number) => call<void>(`/api/views/${id}`, { method: 'DELETE' });

export const receiversOf = (taskId: string) => call<Receivers>(`/api/tasks/${taskId}/receivers`);
export const transferTask = (taskId: string, body: { revision: number; person?: number; team?: string; reason: string }) =>
  call<WorkItem>(`/api/tasks/${taskId}/transfer`, { method: 'POST', body });
export const undoTransfer = (taskId: string) => call<WorkItem>(`/api/tasks/${taskId}/transfer`, { method: 'DELETE' });
export const snoozeTask = (taskId: string, body: { revision: number; until: string | null; onAnswer: boolean }) =>
  call<WorkItem>(`/api/tasks/${taskId}/snooze`, { method: 'POST', body });
export const wakeTask = (taskId: string) => call<WorkItem>(`/api/tasks/${taskId}/snooze`, { method: 'DELETE' });

export const readersOf = (number: string) => call<Reader[]>(`${ofCase(number)}/readers`);
export const readNotes = (number: string, after: string | null) => call<Page<Note>>(`${ofCase(number)}/notes${query({ after, limit: 50 })}`).then(asPage);
export const addNote = (number: string, text: string, mentions: number[]) => call<Note>(`${ofCase(number)}/notes`, { method: 'POST', body: { text, mentions } });
export const listMentions = (unread: boolean, after: string | null) => call<Page<Mention>>(`/api/mentions${query({ unread, after, limit: 50 })}`).then(asPage);
export const countMentions = () => call<Count>('/api/mentions/count');
export const readMention = (id: number) => call<void>(`/api/mentions/${id}/read`, { method: 'POST', body: {} });
export const readAllMentions = (upTo: number) => call<void>('/api/mentions/read', { method: 'POST', body: { upTo } });

export type DraftKind = 'message' | 'note';
export const readDraft = (number: string, kind: DraftKind) => call<KeptDraft>(`${ofCase(number)}/draft${query({ kind })}`);
export const keepDraft = (number: string, kind: DraftKind, data: Record<string, unknown>) => call<void>(`${ofCase(number)}/draft${query({ kind })}`, { method: 'PUT', body: { data } });
export const dropDraft = (number: string, kind: DraftKind) => call<void>(`${ofCase(number)}/draft${query({ kind })}`, { method: 'DELETE' });

export const readQuestions = (number: string) => call<Question[]>(`${ofCase(number)}/questions`);
export const departmentsOf = (number: string) => call<string[]>(`${ofCase(number)}/departments`);
export const askDepartment = (number: string, body: { team: string; words: string; dueAt: string; attached: string[] }) =>
  call<Question>(`${ofCase(number)}/questions`, { method: 'POST', body });
export const withdrawQuestion = (number: string, id: number) => call<void>(`${ofCase(number)}/questions/${id}`, { method: 'DELETE' });

export const readReasons = (number: string) => call<Reason[]>(`${ofCase(number)}/decisions`);
export const readDeadlines = (number: string) => call<Next[]>(`${ofCase(number)}/deadlines`);
