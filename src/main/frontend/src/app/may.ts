import type { Me } from '../api/types.ts';

/** Which doors the server opens for which roles; a screen nobody may use is not offered. */
const doors = {
  imports: ['LEAD', 'SUPERVISOR', 'FINANCE', 'OWNER', 'MANAGER', 'ADMIN'],
  importRecords: ['LEAD', 'SUPERVISOR', 'OWNER', 'MANAGER', 'ADMIN'],
  importReceipts: ['FINANCE', 'SUPERVISOR', 'MANAGER'],
  parked: ['LEAD', 'MANAGER', 'ADMIN'],
  openCase: ['AGENT', 'LEAD', 'SUPERVISOR', 'LEGAL', 'MANAGER'],
  disputes: ['AGENT', 'LEAD', 'SUPERVISOR', 'LEGAL', 'MANAGER'],
  disputeMoney: ['FINANCE', 'MANAGER'],
  answers: ['AGENT', 'LEAD', 'SUPERVISOR', 'MANAGER'],
  held: ['LEGAL'],
  carriers: ['AGENT', 'LEAD', 'SUPERVISOR', 'FINANCE'],
  platforms: ['AGENT', 'LEAD', 'SUPERVISOR', 'FINANCE', 'ADMIN'],
  platformRequests: ['AGENT', 'LEAD', 'SUPERVISOR', 'FINANCE'],
  platformCode: ['LEAD', 'SUPERVISOR', 'FINANCE'],
  platformWords: ['LEAD', 'SUPERVISOR', 'ADMIN'],
  receiving: ['WAREHOUSE', 'LEAD', 'SUPERVISOR', 'MANAGER'],
  reconciliation: ['FINANCE', 'OWNER', 'MANAGER', 'DIRECTOR'],
  claimWork: ['AGENT', 'LEAD', 'SUPERVISOR', 'FINANCE', 'LEGAL', 'MANAGER'],
  receipts: ['FINANCE', 'SUPERVISOR', 'MANAGER'],
  contracts: ['MANAGER', 'DIRECTOR', 'OWNER'],
  scorecard: ['LEAD', 'SUPERVISOR', 'FINANCE', 'OWNER', 'MANAGER', 'DIRECTOR'],
  studio: ['OWNER', 'MANAGER', 'ADMIN'],
  publish: ['OWNER'],
  cockpit: ['LEAD', 'SUPERVISOR', 'OWNER', 'MANAGER', 'DIRECTOR'],
  incidents: ['LEAD', 'SUPERVISOR', 'OWNER', 'MANAGER', 'DIRECTOR', 'ADMIN'],
  retry: ['LEAD', 'SUPERVISOR', 'MANAGER', 'DIRECTOR', 'ADMIN'],
  retryMoney: ['SUPERVISOR', 'MANAGER', 'DIRECTOR'],
  takeBill: ['FINANCE', 'ADMIN'],
  backups: ['ADMIN'],
  admin: ['ADMIN', 'OWNER', 'MANAGER', 'DIRECTOR', 'LEGAL'],
  adminNav: ['ADMIN'],
  staff: ['AGENT', 'WAREHOUSE', 'LEAD', 'SUPERVISOR', 'FINANCE', 'LEGAL', 'MANAGER'],
} as const;
export type Door = keyof typeof doors;

export const may = (me: Me, door: Door) => me.roles.some((role) => (doors[door] as readonly string[]).includes(role));
