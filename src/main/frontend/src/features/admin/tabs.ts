import type { Me } from '../../api/types.ts';

/** The parts of the house an administrator sets up, and who besides them may look at or change each. */
const all = [
  { name: 'people', roles: ['ADMIN'] }, { name: 'teams', roles: ['ADMIN'] }, { name: 'shops', roles: ['ADMIN'] }, { name: 'brands', roles: ['ADMIN'] },
  { name: 'keys', roles: ['ADMIN'] }, { name: 'connections', roles: ['ADMIN'] },
  { name: 'templates', roles: ['ADMIN', 'OWNER', 'MANAGER', 'LEGAL'] }, { name: 'limits', roles: ['ADMIN', 'OWNER', 'MANAGER', 'DIRECTOR'] },
  { name: 'promise', roles: ['ADMIN', 'OWNER', 'MANAGER', 'DIRECTOR'] },
  { name: 'calendars', roles: ['ADMIN', 'OWNER', 'MANAGER', 'DIRECTOR'] }, { name: 'audit', roles: ['ADMIN', 'DIRECTOR'] },
] as const;
export type AdminTab = (typeof all)[number]['name'];
export const adminTabs = all.map(({ name }) => name);

export const tabsOf = (me: Me): AdminTab[] => all.filter(({ roles }) => me.roles.some((role) => (roles as readonly string[]).includes(role))).map(({ name }) => name);
export const holds = (me: Me, ...roles: string[]) => me.roles.some((role) => roles.includes(role));
