import { call, query } from './http.ts';

export type Kind = 'PROCESS' | 'DECISION' | 'FORM';
export type Said = { zh: string; en: string };
export type Change = { how: 'ADDED' | 'REMOVED' | 'CHANGED'; element: string; zh: string; en: string };
export type Link = { file: string; title: Said };
export type Entry = {
  file: string; name: string; kind: Kind; room: string; title: Said; hash: string; version: number; versions: number; byName: string; releasedName: string; at: string; note: string;
  running: number; runningOlder: number; asked: boolean; conflict: boolean; proposal: number | null; uses: Link[]; usedBy: Link[];
};
export type Kept = { hash: string; number: number; release: number; source: 'SOFTWARE' | 'OWNER'; note: string; byName: string; releasedName: string; at: string; running: number; inForce: boolean };
export type Shown = { entry: Entry; text: string; versions: Kept[] };
export type Wish = 'CHANGE' | 'ROLL_BACK' | 'TAKE_SOFTWARE' | 'KEEP_OURS';
export type Proposal = {
  id: number; kind: Wish; state: 'OPEN' | 'RELEASED' | 'REJECTED' | 'WITHDRAWN'; source: 'STUDIO' | 'MODELER'; note: string; byLogin: string; byName: string; at: string;
  decidedName?: string; decidedAt?: string; reason?: string;
};
export type Touched = { file: string; name: string; kind: Kind; title: Said; base: string | null; hash: string | null; changes: Change[]; running: number; moved: boolean };
export type Proposed = { proposal: Proposal; files: Touched[]; smallTeam: boolean };
export type Release = { id: number; deployment: string; source: 'SOFTWARE' | 'OWNER'; proposal: number | null; note: string; byLogin: string; byName: string; releasedName: string; at: string };
export type Recorded = { release: Release; files: Touched[]; book: Record<string, string> };
export type Finding = { file: string; element: string; line: number; rule: string; refusal: boolean; zh: string; en: string };
export type Filed = { id: number; warnings: Finding[] };
export type Conflict = { file: string; name: string; title: Said; since: string; ours: Change[]; theirs: Change[]; taking: Change[] };
export type MyKey = { id: number; name: string; hint: string; createdAt: string; lastUsedAt: string | null };

const at = (file: string) => `/api/studio/models/${encodeURIComponent(file)}`;
export const pictureUrl = (file: string, hash: string) => `${at(file)}/versions/${hash}/picture`;
export const fileUrl = (file: string, hash: string) => `${at(file)}/versions/${hash}/file`;
export const templatesUrl = '/api/studio/element-templates';

export const listModels = () => call<Entry[]>('/api/studio/models');
export const readModel = (file: string) => call<Shown>(at(file));
export const readVersion = (file: string, hash: string) => call<{ text: string }>(`${at(file)}/versions/${hash}`);
export const propose = (files: File[], note: string, room: string) => {
  const form = new FormData();
  form.append('note', note);
  if (room) form.append('room', room);
  for (const file of files) form.append('files', file, file.name);
  return call<Filed>('/api/studio/proposals', { method: 'POST', body: form });
};
export const rollBack = (file: string, hash: string, note: string) => call<Filed>('/api/studio/roll-backs', { method: 'POST', body: { file, hash, note } });
export const resolve = (files: string[], takeSoftware: boolean, note: string) => call<Filed>('/api/studio/resolutions', { method: 'POST', body: { files, takeSoftware, note } });
export const listProposals = (after: number | null) => call<{ items: Proposal[]; next: number | null }>(`/api/studio/proposals${query({ after, limit: 50 })}`);
export const readProposal = (id: string) => call<Proposed>(`/api/studio/proposals/${id}`);
export const releaseProposal = (id: number, confirmedAgain: boolean) => call<{ release: number }>(`/api/studio/proposals/${id}/release`, { method: 'POST', body: { confirmedAgain } });
export const rejectProposal = (id: number, reason: string) => call<void>(`/api/studio/proposals/${id}/reject`, { method: 'POST', body: { reason } });
export const withdrawProposal = (id: number) => call<void>(`/api/studio/proposals/${id}/withdraw`, { method: 'POST' });
export const listReleases = (after: number | null) => call<{ items: Release[]; next: number | null }>(`/api/studio/releases${query({ after, limit: 50 })}`);
export const readRelease = (id: number) => call<Recorded>(`/api/studio/releases/${id}`);
export const listConflicts = () => call<Conflict[]>('/api/studio/conflicts');
export const listMyKeys = () => call<MyKey[]>('/api/my-keys');
export const makeMyKey = (name: string) => call<{ id: number; key: string }>('/api/my-keys', { method: 'POST', body: { name } });
export const dropMyKey = (id: number) => call<void>(`/api/my-keys/${id}`, { method: 'DELETE' });
