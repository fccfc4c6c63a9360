import type { Me } from '../api/types.ts';
import { may, type Door } from './may.ts';

const all = [
  { to: '/desk', name: 'desk' }, { to: '/cases', name: 'cases' }, { to: '/conversations', name: 'waiting', door: 'answers' }, { to: '/held-messages', name: 'held', door: 'held' },
  { to: '/receiving', name: 'receiving', door: 'receiving' }, { to: '/imports', name: 'imports', door: 'imports' }, { to: '/reconciliation', name: 'reconciliation', door: 'reconciliation' },
  { to: '/studio', name: 'studio', door: 'studio' },
  { to: '/backups', name: 'backups', door: 'backups' },
  { to: '/admin', name: 'admin', door: 'adminNav' },
] as const satisfies readonly { to: string; name: string; door?: Door }[];

/** The screens a person may go to, in the order of the navigation. */
export const placesOf = (me: Me) => all.filter((place) => !('door' in place) || may(me, place.door));
