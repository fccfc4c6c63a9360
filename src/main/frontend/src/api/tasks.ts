import { call, query, type Page } from './http.ts';
import type { Completed, Counts, FormData, Sort, TaskDetail, View, WorkItem } from './types.ts';

export type ListChoice = { view: View; sort: Sort } & Record<string, string | undefined>;

export const listTasks = (choice: ListChoice, after: string | null) =>
  call<Page<WorkItem>>(`/api/tasks${query({ ...choice, after, limit: 50 })}`);
export const countTasks = () => call<Counts>('/api/tasks/counts');
export const readTask = (id: string) => call<TaskDetail>(`/api/tasks/${id}`);
export const claimTask = (id: string, revision: number) => call<unknown>(`/api/tasks/${id}/claim`, { method: 'POST', body: { revision } });
export const releaseTask = (id: string, revision: number) => call<unknown>(`/api/tasks/${id}/release`, { method: 'POST', body: { revision } });
export const completeTask = (id: string, revision: number, data: FormData) =>
  call<Completed>(`/api/tasks/${id}/complete`, { method: 'POST', body: { revision, data } });
export const undoDecision = (id: string) => call<void>(`/api/decisions/${id}`, { method: 'DELETE' });
export const saveDraft = (id: string, data: FormData) => call<void>(`/api/tasks/${id}/draft`, { method: 'PUT', body: { data } });

/** The open work of one case, whoever has it. */
export const tasksOfCase = (number: string) =>
  call<Page<WorkItem>>(`/api/tasks${query({ view: 'all', case: number, limit: 50 })}`).then(({ items }) => items.filter((item) => item.caseNumber === number));
