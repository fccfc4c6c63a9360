import type { Me } from '../api/types.ts';
import { may, type Door } from './may.ts';

type Known = { to: string; name: string; door?: Door; group?: 'talk' | 'records' | 'steer' };
const all = [
  { to: '/desk', name: 'desk' }, { to: '/cases', name: 'cases' },
  { to: '/conversations', name: 'waiting', door: 'answers', group: 'talk' }, { to: '/held-messages', name: 'held', door: 'held', group: 'talk' },
  { to: '/receiving', name: 'receiving', door: 'receiving' },
  { to: '/carriers', name: 'carriers', door: 'carriers', group: 'talk' },
  { to: '/platforms', name: 'platforms', door: 'platforms', group: 'talk' },
  { to: '/imports', name: 'imports', door: 'imports', group: 'records' }, { to: '/reconciliation', name: 'reconciliation', door: 'reconciliation', group: 'records' },
  { to: '/claims', name: 'claims', group: 'records' },
  { to: '/cockpit', name: 'cockpit', door: 'incidents' },
  { to: '/studio', name: 'studio', door: 'studio', group: 'steer' },
  { to: '/backups', name: 'backups', door: 'backups', group: 'steer' },
  { to: '/admin', name: 'admin', door: 'adminNav', group: 'steer' },
] as const satisfies readonly Known[];

export type Place = (typeof all)[number];
/** One entry of the navigation: a screen, or screens that belong together. */
export type Entry = { name: string; places: Place[] };

/** The screens a person may go to, in the order of the navigation. */
export const placesOf = (me: Me): Place[] => all.filter((place) => !('door' in place) || may(me, place.door));

/** The same as the top bar shows them: a group of one is its screen. */
export function entriesOf(me: Me): Entry[] {
  const entries: Entry[] = [];
  for (const place of placesOf(me)) {
    const group = 'group' in place ? place.group : undefined;
    const known = entries.find((entry) => group !== undefined && entry.name === group);
    if (known) known.places.push(place);
    else entries.push({ name: group ?? place.name, places: [place] });
  }
  return entries;
}
