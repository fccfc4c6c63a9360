import { call } from './http.ts';
import type { Money } from './types.ts';

export type Liability = {
  party: string | null; state?: string | null; basisZh?: string | null; basisEn?: string | null; clear?: boolean; outboundFreightPayer?: string | null; returnFreightPayer?: string | null; byName?: string | null; at?: string | null;
};
export type Recourse = { party: string; name?: string | null; waybill?: string | null; amount?: Money | null; state?: string | null; reasonZh?: string | null; reasonEn?: string | null };
export type RemedyOption = {
  code: string; titleZh: string; titleEn: string; rank: number; cost?: Money | null; gets?: Money | null; groundZh?: string | null; groundEn?: string | null; offered?: boolean;
};
export type Offer = { state: 'OPEN' | 'CHOSEN' | 'SILENT' | 'WITHDRAWN'; codes: string[]; offeredAt?: string | null; answerBy?: string | null; reminders?: number | null; chosen?: string | null; chosenBy?: string | null; chosenAt?: string | null };
export type Remedies = { liability?: Liability | null; recourse?: Recourse | null; options?: RemedyOption[]; offer?: Offer | null };

const path = (number: string) => `/api/cases/${encodeURIComponent(number)}`;

export const readRemedies = (number: string) => call<Remedies>(`${path(number)}/remedies`);
export const recordChoice = (number: string, code: string, note: string) => call<Remedies>(`${path(number)}/offer/choice`, { method: 'POST', body: { code, channel: 'PHONE', note } });
