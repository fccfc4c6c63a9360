import { call } from './http.ts';

/** What the played payment providers keep: refunds, card payments, what banks took back, and how many calls a second they take. */
export type PlayedRefund = { provider: string; refundNo: string; paymentNo: string; amount: number; currency: string; status: string; at: string };
export type PlayedPayment = { payment: string; amount: number; currency: string; at: string };
export type PlayedDispute = { id: string; payment: string; amount: number; currency: string; reason: string; status: string; dueBy: string | null; submissions: number };
export type ProviderScene = { refunds: PlayedRefund[]; payments: PlayedPayment[]; disputes: PlayedDispute[]; limits: Record<string, number> };

export const tellings = ['AGAIN', 'TWICE', 'LATE', 'OUT_OF_ORDER', 'FORGED'] as const;
export const disputeReasons = ['product_not_received', 'product_unacceptable', 'fraudulent', 'credit_not_processed', 'duplicate', 'general'] as const;
export const limitedProviders = ['wechat', 'stripe'] as const;
export const callLimits = [0, 1, 3, 10] as const;

export const readProviders = () => call<ProviderScene>('/sandbox/world/providers');
export const playProvider = (what: 'tell' | 'dispute' | 'decide' | 'return' | 'limit', body: object) => call<unknown>(`/sandbox/world/providers/${what}`, { method: 'POST', body });
