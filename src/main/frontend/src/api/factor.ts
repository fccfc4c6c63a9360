import { call } from './http.ts';
import type { Me } from './types.ts';

export type Begun = { secret: string; uri: string };
export const giveCode = (code: string) => call<Me>('/api/session/code', { method: 'POST', body: { code }, quiet: true });
export const beginFactor = () => call<Begun>('/api/session/factor', { method: 'POST', body: {}, quiet: true });
export const confirmFactor = (code: string) => call<{ me: Me; recoveryCodes: string[] }>('/api/session/factor', { method: 'PUT', body: { code }, quiet: true });
export const removeFactor = () => call<void>('/api/session/factor', { method: 'DELETE' });

export type Invited = { login: string; name: string };
export const whoseInvitation = (token: string) => call<Invited>('/api/session/invitation', { method: 'POST', body: { token }, quiet: true });
export const acceptInvitation = (token: string, password: string) => call<void>('/api/session/invitation/accept', { method: 'POST', body: { token, password }, quiet: true });
