import { asPage, call, query, type Page } from './http.ts';

export type Source = { file?: string | null; from?: string | null; key?: string[]; of?: string[]; optional?: boolean; sheet?: string | null };
export type Value = {
  column?: string; from?: string; template?: string; constant?: unknown; values?: Record<string, string>; otherwise?: string; as?: string; times?: string;
  fields?: Record<string, Value>; each?: string; list?: boolean; when?: string[];
};
export type Mapping = { main: string; timeZone?: string | null; currency?: string | null; decimal?: string; dates?: string[]; files: Record<string, Source>; fields: Record<string, Value> };
export type Preset = { id: string; kind: string; nameZh: string; nameEn: string; aboutZh: string; aboutEn: string; mapping: Mapping };
export type ImportState = 'QUEUED' | 'READING' | 'RUNNING' | 'DONE' | 'FAILED' | 'CANCELLED';
export type ImportJob = {
  id: string; shop: string; name: string; kind: string; preset?: string | null; state: ImportState; total: number; done: number; accepted: number; duplicate: number; rejected: number;
  errorZh?: string | null; errorEn?: string | null; createdBy?: string; createdAt: string; startedAt?: string | null; finishedAt?: string | null; files: { alias: string; name: string; size: number; rows?: number | null }[];
};
export type Preview = { columns: Record<string, string[]>; rows: { row: number; mapped: unknown; faults: { field: string; rule: string; remedy: string }[] }[] };
export type Wish = { name: string; shop: string; kind: string; preset?: string; mapping: Mapping; files: Record<string, string> };
export type Parked = { id: number; shop: string; source: string; kind: string; externalId: string; version: string; error: string; tries: number; at: string };

const parts = (wish: Wish, files: File[]) => {
  const form = new FormData();
  form.append('job', new Blob([JSON.stringify(wish)], { type: 'application/json' }), 'job.json');
  for (const file of files) form.append('files', file, file.name);
  return form;
};

export const listImports = (after: string | null) => call<Page<ImportJob>>(`/api/imports${query({ after, limit: 50 })}`).then(asPage);
export const readImport = (id: string) => call<ImportJob>(`/api/imports/${id}`);
export const listPresets = () => call<Preset[]>('/api/imports/presets');
export const previewImport = (wish: Wish, files: File[]) => call<Preview>('/api/imports/preview', { method: 'POST', body: parts(wish, files) });
export const startImport = (wish: Wish, files: File[]) => call<{ id: string }>('/api/imports', { method: 'POST', body: parts(wish, files) });
export const cancelImport = (id: string) => call<ImportJob>(`/api/imports/${id}/cancel`, { method: 'POST' });
export const errorsUrl = (id: string) => `/api/imports/${id}/errors`;

export const listParked = (after: string | null) => call<Page<Parked>>(`/api/parked${query({ after, limit: 50 })}`).then(asPage);
export const retryParked = (id: number) => call<{ state: string }>(`/api/parked/${id}/retry`, { method: 'POST' });
