import { call } from './http.ts';
import type { Me } from './types.ts';

export type Backup = { name: string; at: string; schema: string; tables: number; rows: number; files: number; bytes: number };
export type BackupRun = {
  name: string; by: string; began: string; state: 'RUNNING' | 'DONE' | 'FAILED'; step: 'tables' | 'files'; done: number; all: number; fault: string | null;
};
export type BackupShelf = { folder: string; last: BackupRun | null; items: Backup[] };
export type Owed = { name: string; zh: string; en: string };
export type FreezeStand = { frozen: boolean; reason: string; byWhom: string; at: string; backupAt: string | null; restoredAt: string | null; owed: Owed[] };

export const backupsKey = ['backups'];
export const freezeKey = ['freeze'];
export const signKey = ['freeze', 'sign'];
export const listBackups = () => call<BackupShelf>('/api/backups');
export const makeBackup = () => call<BackupRun>('/api/backups', { method: 'POST' });
export const manifestOf = (name: string) => `/api/backups/${encodeURIComponent(name)}/manifest`;
export const freezeStand = () => call<FreezeStand>('/api/dispatch/freeze');
export const freezeSign = () => call<{ frozen: boolean }>('/api/dispatch/freeze/sign', { quiet: true });
export const setFreeze = (frozen: boolean, reason: string, without: string[]) =>
  call<FreezeStand>('/api/dispatch/freeze', { method: 'PUT', body: { frozen, reason, without } });
export const becomeFirstAdmin = (token: string, login: string, name: string, password: string) =>
  call<Me>('/api/first-admin', { method: 'POST', body: { token, login, name, password }, quiet: true });
