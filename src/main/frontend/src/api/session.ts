import { call, Fault } from './http.ts';
import type { DemoPerson, Me } from './types.ts';

/** A mark beside the session tells that somebody logged in: a first visitor need not ask and be refused. */
const wasKnown = () => /(?:^|; )known=1/.test(document.cookie);

const nobody = (cause: unknown) => {
  if (!(cause instanceof Fault) || cause.problem.status !== 401) throw cause;
  document.cookie = 'known=; Max-Age=0; Path=/';
  return null;
};

export const whoAmI = async () => (wasKnown() ? call<Me>('/api/session', { quiet: true }).catch(nobody) : null);
/** What is wanted after the password: a code, or a second factor to be set up first. */
export type Next = { next: 'CODE' | 'SET_UP' };
export const signIn = (login: string, password: string) => call<Me | Next>('/api/session', { method: 'POST', body: { login, password }, quiet: true });
export const signOut = () => call<void>('/api/session', { method: 'DELETE', quiet: true });
export const demoPeople = () => call<DemoPerson[]>('/api/session/demo', { quiet: true });
export const chooseLanguage = (language: string) => call<void>('/api/session/language', { method: 'PUT', body: { language } });
