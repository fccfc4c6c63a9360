import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Look } from '../../api/cockpit.ts';
import type { CockpitSearch } from '../../app/router.tsx';

/** What the address says somebody looks at, and a way to look at something else; both hold on every screen of the cockpit. */
export function useLook() {
  const search = useSearch({ strict: false }) as CockpitSearch;
  const navigate = useNavigate();
  const { shop, brand, kind, days } = search;
  const look: Look = { shop, brand, kind, days };
  const change = (next: Partial<CockpitSearch>) => void navigate({ to: '.', search: (old: CockpitSearch) => ({ ...old, ...next }), replace: true });
  return { look, search, change };
}
