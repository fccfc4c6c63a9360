import { call, Fault } from './http.ts';
import type { DemoPerson, Me } from './types.ts';

const orNobody = (cause: unknown) => {
  if (cause instanceof Fault && (cause.problem.status === 401 || cause.problem.status === 404)) return null;
  throw cause;
};

export const whoAmI = () => call<Me>('/api/session', { quiet: true }).catch(orNobody);
export const signIn = (login: string, password: string) => call<Me>('/api/session', { method: 'POST', body: { login, password }, quiet: true });
export const signOut = () => call<void>('/api/session', { method: 'DELETE', quiet: true });
export const demoPeople = () => call<DemoPerson[]>('/api/session/demo', { quiet: true }).catch(orNobody);
export const chooseLanguage = (language: string) => call<void>('/api/session/language', { method: 'PUT', body: { language } });
