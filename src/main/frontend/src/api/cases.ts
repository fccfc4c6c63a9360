import { asPage, call, query, type Page } from './http.ts';
import { upload } from './upload.ts';
import type { CaseFile, CaseHead, CaseLine, EvidenceFile, Flow, FoundOrder, Money, Order, Pictured, TimelineEntry } from './types.ts';

export type NewCase = {
  shop: string; orderId: string; kind: string; askedRemedy: string; reasonCode: string; reasonText: string;
  goodsReceived: boolean; lines: CaseLine[]; askedAmount: Money | null;
};

const path = (number: string) => `/api/cases/${encodeURIComponent(number)}`;

export const findCases = (words: Record<string, string | undefined>, after: string | null) =>
  call<Page<CaseHead>>(`/api/cases${query({ ...words, after, limit: 50 })}`).then(asPage);
export const readCase = (number: string) => call<CaseFile>(path(number));
export const readTimeline = (number: string, after: string | null) =>
  call<Page<TimelineEntry>>(`${path(number)}/timeline${query({ after, limit: 100 })}`).then(asPage);
export const readFlow = (number: string) => call<Flow>(`${path(number)}/flow`);
export const openCase = (body: NewCase, onceKey: string) =>
  call<CaseHead>('/api/cases', { method: 'POST', body, headers: { 'Idempotency-Key': onceKey } });
export const flagMarket = (number: string) => call<{ market: string | null }>(`${path(number)}/remarks/market`);
export const addRemark = (number: string, body: { flag: string; reason: string; text: string; market?: boolean }) =>
  call<unknown>(`${path(number)}/remarks`, { method: 'POST', body });
export const addEvidence = (number: string, files: File[], told: (part: number) => void = () => undefined) => {
  const form = new FormData();
  for (const file of files) form.append('file', file, file.name);
  return upload<EvidenceFile[]>(`${path(number)}/evidence`, form, told);
};
export const findOrders = (q: string) => call<Page<FoundOrder>>(`/api/orders${query({ q, limit: 20 })}`).then(asPage);
export const evidenceUrl = (id: string) => `/api/evidence/${id}`;
export const thumbnailUrl = (id: string) => `/api/evidence/${id}/thumbnail`;
const orderPath = (shop: string, id: string) => `/api/orders/${encodeURIComponent(shop)}/${encodeURIComponent(id)}`;
export const readOrder = (shop: string, id: string) => call<Order>(orderPath(shop, id));
export const readProductPictures = (shop: string, orderId: string) => call<Pictured[]>(`${orderPath(shop, orderId)}/pictures`);
export const productPictureUrl = (shop: string, { productId, sha256 }: Pictured) => `/api/products/${encodeURIComponent(shop)}/${encodeURIComponent(productId)}/picture?v=${sha256.slice(0, 12)}`;
