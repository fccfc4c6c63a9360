import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Navigate, redirect } from '@tanstack/react-router';
import type { Sort, View } from '../api/types.ts';
import { adminTabs, type AdminTab } from '../features/admin/tabs.ts';
import { Failed, Loading } from '../ui/states.tsx';
import { NotFound } from './NotFound.tsx';
import { Root } from './Root.tsx';

export const deskWords = ['kind', 'task', 'team', 'shop', 'priority', 'assignee', 'state', 'overdue', 'escalated', 'least', 'most', 'currency', 'tag'] as const;
export const caseWords = ['q', 'state', 'kind', 'shop', 'team', 'priority', 'least', 'most', 'currency', 'tag', 'overdue'] as const;
export type DeskSearch = { view?: View; sort?: Sort } & { [word in (typeof deskWords)[number]]?: string };
export type CasesSearch = { [word in (typeof caseWords)[number]]?: string };
export type CaseSearch = { tab?: 'messages' | 'notes' | 'flow' | 'decisions' | 'evidence'; note?: number };
export type HeldSearch = { shop?: string; line?: string; waited?: number };
export type AdminSearch = { tab?: AdminTab; shop?: string };
export type CockpitSearch = { shop?: string; brand?: string; kind?: string; days?: 1 | 7 | 30 | 90; need?: string; process?: string; version?: string; step?: string; heat?: string; group?: string };
export type DaySearch = { day?: string; provider?: string; shop?: string; all?: boolean };
export type ClaimsSearch = { tab?: 'receipts' | 'scorecard' | 'contracts'; q?: string; state?: string; carrier?: string; fault?: string; region?: string; due?: string };
export type PlatformsSearch = { list?: 'hand' | 'code' | 'waiting' | 'hints' | 'letters' };
export type StudioSearch = { q?: string; kind?: 'PROCESS' | 'DECISION' | 'FORM'; room?: string };
export type ModelSearch = { version?: string };

const views: View[] = ['mine', 'team', 'due', 'overdue', 'all', 'snoozed'];
const sorts: Sort[] = ['due', 'priority', 'created'];
const oneOf = <T extends string>(known: T[], value: unknown) => known.find((each) => each === value);
const text = (value: unknown) => (typeof value === 'string' || typeof value === 'number' || value === true) && value !== '' ? String(value) : undefined;
const wordsOf = <T extends string>(known: readonly T[], search: Record<string, unknown>) =>
  Object.fromEntries(known.map((word) => [word, text(search[word])])) as { [word in T]?: string };

const root = createRootRoute({ component: Root, notFoundComponent: NotFound });
const home = createRoute({ getParentRoute: () => root, path: '/', beforeLoad: () => { throw redirect({ to: '/desk' }); } });
const desk = createRoute({
  getParentRoute: () => root,
  path: '/desk',
  validateSearch: (search): DeskSearch => ({ view: oneOf(views, search.view), sort: oneOf(sorts, search.sort), ...wordsOf(deskWords, search) }),
  component: lazyRouteComponent(() => import('../features/tasks/DeskPage.tsx')),
});
const deskTask = createRoute({ getParentRoute: () => desk, path: '$taskId' });
const cases = createRoute({
  getParentRoute: () => root,
  path: '/cases',
  validateSearch: (search): CasesSearch => wordsOf(caseWords, search),
  component: lazyRouteComponent(() => import('../features/cases/CasesPage.tsx')),
});
const oneCase = createRoute({
  getParentRoute: () => root,
  path: '/cases/$number',
  validateSearch: (search): CaseSearch => ({ tab: oneOf(['messages', 'notes', 'flow', 'decisions', 'evidence'], search.tab), note: Number(search.note) || undefined }),
  component: lazyRouteComponent(() => import('../features/cases/CasePage.tsx')),
});
const mentions = createRoute({
  getParentRoute: () => root,
  path: '/mentions',
  component: lazyRouteComponent(() => import('../features/notes/MentionsPage.tsx')),
});
const imports = createRoute({
  getParentRoute: () => root,
  path: '/imports',
  component: lazyRouteComponent(() => import('../features/imports/ImportsPage.tsx')),
});
const parked = createRoute({
  getParentRoute: () => root,
  path: '/imports/parked',
  component: lazyRouteComponent(() => import('../features/imports/ParkedPage.tsx')),
});
const waiting = createRoute({
  getParentRoute: () => root,
  path: '/conversations',
  component: lazyRouteComponent(() => import('../features/notifications/WaitingPage.tsx')),
});
const held = createRoute({
  getParentRoute: () => root,
  path: '/held-messages',
  validateSearch: (search): HeldSearch => ({ shop: text(search.shop), line: text(search.line), waited: Number(search.waited) > 0 ? Number(search.waited) : undefined }),
  component: lazyRouteComponent(() => import('../features/notifications/HeldPage.tsx')),
});
const receiving = createRoute({
  getParentRoute: () => root,
  path: '/receiving',
  component: lazyRouteComponent(() => import('../features/logistics/ReceivingPage.tsx')),
});
const carriers = createRoute({
  getParentRoute: () => root,
  path: '/carriers',
  component: lazyRouteComponent(() => import('../features/carriers/CarrierDeskPage.tsx')),
});
const platforms = createRoute({
  getParentRoute: () => root,
  path: '/platforms',
  validateSearch: (search): PlatformsSearch => ({ list: oneOf(['hand', 'code', 'waiting', 'hints', 'letters'], search.list) }),
  component: lazyRouteComponent(() => import('../features/platforms/PlatformDeskPage.tsx')),
});
const reconciliation = createRoute({
  getParentRoute: () => root,
  path: '/reconciliation',
  validateSearch: (search): DaySearch => ({ day: text(search.day), provider: text(search.provider), shop: text(search.shop), all: search.all === true || undefined }),
  component: lazyRouteComponent(() => import('../features/payments/ReconciliationPage.tsx')),
});
const claims = createRoute({
  getParentRoute: () => root,
  path: '/claims',
  validateSearch: (search): ClaimsSearch => ({
    tab: oneOf(['receipts', 'scorecard', 'contracts'], search.tab), ...wordsOf(['q', 'state', 'carrier', 'fault', 'due'] as const, search), region: typeof search.region === 'string' ? search.region : undefined,
  }),
  component: lazyRouteComponent(() => import('../features/claims/ClaimsPage.tsx')),
});
const claim = createRoute({ getParentRoute: () => root, path: '/claims/$claimNo', component: lazyRouteComponent(() => import('../features/claims/ClaimPage.tsx')) });
const studio = createRoute({
  getParentRoute: () => root,
  path: '/studio',
  validateSearch: (search): StudioSearch => ({ q: text(search.q), kind: oneOf(['PROCESS', 'DECISION', 'FORM'], search.kind), room: text(search.room) }),
  component: lazyRouteComponent(() => import('../features/studio/LibraryPage.tsx')),
});
const model = createRoute({
  getParentRoute: () => root,
  path: '/studio/models/$file',
  validateSearch: (search): ModelSearch => ({ version: text(search.version) }),
  component: lazyRouteComponent(() => import('../features/studio/ModelPage.tsx')),
});
const proposals = createRoute({
  getParentRoute: () => root,
  path: '/studio/proposals',
  component: lazyRouteComponent(() => import('../features/studio/ProposalsPage.tsx')),
});
const proposal = createRoute({
  getParentRoute: () => root,
  path: '/studio/proposals/$id',
  component: lazyRouteComponent(() => import('../features/studio/ProposalPage.tsx')),
});
const releases = createRoute({
  getParentRoute: () => root,
  path: '/studio/releases',
  component: lazyRouteComponent(() => import('../features/studio/ReleasesPage.tsx')),
});
const conflicts = createRoute({
  getParentRoute: () => root,
  path: '/studio/conflicts',
  component: lazyRouteComponent(() => import('../features/studio/ConflictsPage.tsx')),
});
const backups = createRoute({
  getParentRoute: () => root,
  path: '/backups',
  component: lazyRouteComponent(() => import('../features/backups/BackupsPage.tsx')),
});
/** Whoever has come in by the console's link goes on to the first page. */
const firstAdmin = createRoute({ getParentRoute: () => root, path: '/first-admin', component: () => <Navigate to="/admin" search={{ tab: 'shops' }} /> });
const admin = createRoute({
  getParentRoute: () => root,
  path: '/admin',
  validateSearch: (search): AdminSearch => ({ tab: oneOf([...adminTabs], search.tab), shop: text(search.shop) }),
  component: lazyRouteComponent(() => import('../features/admin/AdminPage.tsx')),
});
const periods = [1, 7, 30, 90] as const;
const cockpitSearch = (search: Record<string, unknown>): CockpitSearch => ({
  shop: text(search.shop), brand: text(search.brand), kind: text(search.kind), days: periods.find((days) => days === Number(search.days)), need: text(search.need), process: text(search.process),
  version: text(search.version), step: text(search.step), heat: text(search.heat), group: text(search.group),
});
const cockpit = createRoute({ getParentRoute: () => root, path: '/cockpit', validateSearch: cockpitSearch, component: lazyRouteComponent(() => import('../features/cockpit/OverviewPage.tsx')) });
const processes = createRoute({ getParentRoute: () => root, path: '/cockpit/processes', validateSearch: cockpitSearch, component: lazyRouteComponent(() => import('../features/cockpit/ProcessPage.tsx')) });
const incidents = createRoute({ getParentRoute: () => root, path: '/cockpit/incidents', validateSearch: cockpitSearch, component: lazyRouteComponent(() => import('../features/cockpit/IncidentsPage.tsx')) });
const sandbox = createRoute({
  getParentRoute: () => root,
  path: '/sandbox',
  component: lazyRouteComponent(() => import('../features/sandbox/SandboxPage.tsx')),
});

export const router = createRouter({
  routeTree: root.addChildren([home, desk.addChildren([deskTask]), cases, oneCase, mentions, imports, parked, waiting, held, receiving, carriers, platforms, reconciliation, claims, claim, studio, model, proposals, proposal, releases, conflicts, backups, firstAdmin, admin, cockpit, processes, incidents, sandbox]),
  defaultPendingComponent: Loading,
  defaultErrorComponent: ({ error, reset }) => <Failed cause={error} again={reset} />,
  defaultPreload: 'intent',
});

/** Read by the test that visits every screen, so that none is forgotten. */
Object.assign(window, { afterflowRoutes: Object.keys(router.routesByPath) });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
