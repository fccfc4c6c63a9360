import { useSyncExternalStore } from 'react';
import type { Me } from '../api/types.ts';

/** Which tour a person is on and how far; it is kept in the browser, so that one may leave and go on later. */
export const tourNames = ['agent', 'owner', 'manager', 'admin', 'warehouse', 'finance'] as const;
export type TourName = (typeof tourNames)[number];
export type TourAt = { name: TourName; at: number; open: boolean };

const kept = 'afterflow.tour';
const watchers = new Set<() => void>();
let now: TourAt | null | undefined;

function read(): TourAt | null {
  if (now !== undefined) return now;
  try {
    const said = JSON.parse(localStorage.getItem(kept) ?? 'null') as TourAt | null;
    now = said && tourNames.includes(said.name) && typeof said.at === 'number' ? said : null;
  } catch {
    now = null;
  }
  return now;
}

export function setTour(next: TourAt | null) {
  now = next;
  if (next) localStorage.setItem(kept, JSON.stringify(next));
  else localStorage.removeItem(kept);
  watchers.forEach((watcher) => watcher());
}

export const startTour = (name: TourName) => setTour({ name, at: 0, open: true });
export const resumeTour = () => {
  const left = read();
  if (left) setTour({ ...left, open: true });
};

const watch = (watcher: () => void) => {
  watchers.add(watcher);
  return () => void watchers.delete(watcher);
};
export const useTour = () => useSyncExternalStore(watch, read);

const byRole: Partial<Record<Me['roles'][number], TourName>> = { WAREHOUSE: 'warehouse', FINANCE: 'finance', OWNER: 'owner', MANAGER: 'manager', DIRECTOR: 'manager', ADMIN: 'admin' };
/** The tour of what this person does all day. */
export const tourOf = (me: Me): TourName => me.roles.map((role) => byRole[role]).find((name) => name !== undefined) ?? 'agent';
