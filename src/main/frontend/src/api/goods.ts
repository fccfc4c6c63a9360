import { call, asPage, query, type Page } from './http.ts';
import type { Money } from './types.ts';

export type GoodsLine = { lineId?: string; sku?: string | null; title?: string | null; quantity: number; grade?: string | null };
export type ReturnedGoods = {
  returnNo?: string | null; state: string; address?: string | null; freightPayer?: string | null; carrier?: string | null; waybill?: string | null; openedAt?: string | null; shipBackBy?: string | null;
  sentAt?: string | null; confirmBy?: string | null; receivedAt?: string | null; packedGrams?: number | null; weightGrams?: number | null; expected?: GoodsLine[]; received?: GoodsLine[];
  pictures?: string[]; serial?: string | null; finding?: string | null; findingZh?: string | null; findingEn?: string | null; intact?: boolean | null; groundZh?: string | null; groundEn?: string | null;
  deduct?: Money | null; outcome?: string | null;
};
export type Replacement = { state: string; purpose?: string | null; lines?: GoodsLine[]; carrier?: string | null; waybill?: string | null; serial?: string | null; shippedAt?: string | null; deliveredAt?: string | null };
export type Goods = { goods?: ReturnedGoods | null; replacement?: Replacement | null };
export type Arrival = { caseNumber: string; shop: string; returnNo?: string | null; state: string; task?: string | null; taskId?: string | null; team?: string | null; receivedAt?: string | null };
export type UnknownParcel = { id: string | number; waybill: string; note?: string | null; by?: string | null; byName?: string | null; at: string; caseNumber?: string | null };

export const readGoods = (number: string) => call<Goods>(`/api/cases/${encodeURIComponent(number)}/goods`);
export const findArrival = (waybill: string) => call<Arrival>(`/api/receiving${query({ waybill })}`);
export const arrive = (waybill: string) => call<Arrival>('/api/receiving/arrivals', { method: 'POST', body: { waybill } });
export const recordUnknown = (waybill: string, note: string) => call<UnknownParcel>('/api/receiving/unknown', { method: 'POST', body: { waybill, note: note || undefined } });
export const attachUnknown = (id: string | number, caseNumber: string) => call<unknown>(`/api/receiving/unknown/${id}/attach`, { method: 'POST', body: { caseNumber } });
export const listUnknown = (after: string | null) => call<Page<UnknownParcel>>(`/api/receiving/unknown${query({ after, limit: 20 })}`).then(asPage);
