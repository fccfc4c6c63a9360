import { call, query } from './http.ts';
import type { Money } from './types.ts';

export type WorldOrder = { orderId: string; state: string; buyer: string; titles: string[]; picture?: string; paid: Money; payments: number; tags?: string[] };
export type BuyerRequest = {
  requestId: string; shop?: string; orderId: string; version: number; status: 'OPEN' | 'WITHDRAWN' | 'REOPENED' | 'CLOSED'; body: { reasonText?: string; kind?: string; askedAmount?: Money | null };
  answer: { rows?: { result: string }[]; caseNumber?: string } | null; pushedAt: string;
};
export type Paid = { id: number; at: string; paymentNo: string; refundNo: string; amount: number; currency: string };
export type BuyerMessage = { at: string; orderId: string; buyerId: string; subject: string; text: string };
export type FaultSetting = { seed?: number; rates: Record<string, number>; delaySeconds?: number; doubledNotices?: number; lostNotices?: number };
export type World = { shop: string; orders: WorldOrder[]; requests: BuyerRequest[]; money?: Paid[]; messages?: BuyerMessage[]; faults?: FaultSetting };

const post = <T>(path: string, body: unknown) => call<T>(path, { method: 'POST', body });
export const readWorld = (shop: string) => call<World>(`/sandbox/world${query({ shop })}`);
export const pushRequest = (body: { shop?: string; orderId?: string; reasonText?: string }) => post<BuyerRequest>('/sandbox/world/refund-request', body);
export type Ask = { shop?: string; orderId?: string; kind: string; reason: string; reasonText?: string };
export const askFor = (body: Ask) => post<BuyerRequest>('/sandbox/world/request', body);
export const changeRequest = (act: 'withdraw' | 'reopen' | 'repeat', requestId: string) => post<BuyerRequest>(`/sandbox/world/${act}`, { requestId });
export const setFaults = (setting: FaultSetting) => post<FaultSetting>('/sandbox/pay/faults', setting);

/** What the world may do next: some of it to a case, some to the buyer's request. */
export type WorldAct = { path: 'return-parcel'; how: string } | { path: 'choose'; number: number } | { path: 'deliver-replacement' } | { path: 'step-in' } | { path: 'verdict'; verdict: string };
const ofRequest: WorldAct['path'][] = ['step-in', 'verdict'];
export const isOfRequest = (what: WorldAct) => ofRequest.includes(what.path);
export const act = ({ path, ...body }: WorldAct, named: { caseNumber: string } | { requestId: string }) => post<{ waybill?: string }>(`/sandbox/world/${path}`, { ...named, ...body });
export const moveMoney = (how: 'extra' | 'twice') => post<unknown>('/sandbox/world/money', { how });

/** What was said at the house's doors: sent, and answered. */
export type DoorAct = { id: number; at: string; what: string; shop: string; orderId: string | null; line: string; sent: string; status: number; answer: string };
export const readActs = () => call<DoorAct[]>('/sandbox/world/acts');
export const mischiefs = ['twice', 'timeout', 'outOfOrder', 'wrongKey', 'wrongSeal'] as const;
export type Mischief = (typeof mischiefs)[number];
export const makeMischief = (shop: string, how: Mischief) => post<{ orderId: string | null }>('/sandbox/world/mischief', { shop, how });
export const scans = ['PICKED_UP', 'IN_TRANSIT', 'OUT_FOR_DELIVERY', 'DELIVERED', 'EXCEPTION'] as const;
export const scanParcel = (shop: string, orderId: string, code: string) => post<{ orderId: string }>('/sandbox/world/scan', { shop, orderId, code });
export const payFaults = ['LATE', 'LOSE_REPLY', 'FAIL_AFTER', 'GARBLE', 'PROCESSING', 'REFUSE', 'ABNORMAL', 'HOLD', 'LIMIT'] as const;
export const planFault = (shop: string, orderId: string, fault: string) => post<{ orderId: string }>('/sandbox/world/plan', { shop, orderId, fault });
export type Progress = { part: 'GOODS' | 'STORIES' | 'HISTORY' | 'READY' | 'FAILED'; cases: number; of: number; percent: number };
export const readProgress = () => call<Progress>('/sandbox/world/progress', { quiet: true });

/** What the played carriers know, how their doors behave, and what they are asked by work order. */
export const outcomes = ['AGREE', 'PART', 'DENY', 'ASK', 'CHASED', 'FAIL'] as const;
export const skies = ['CLEAR', 'SLOW', 'DRIP', 'FAIL', 'LOST_ANSWER'] as const;
export const parcelCodes = ['1', '0', '5', '501', '301', '303', '304', '2', '209', '14', '6', '4', '13'] as const;
export type PlayedParcel = { waybill: string; com: string; callback: string | null; status: string };
export type WorkOrder = { id: number; waybill: string; com: string; valueMinor: number | null; reference: string | null; outcome: string | null; paidMinor: number | null };
export type CarrierScene = { parcels: PlayedParcel[]; orders: WorkOrder[]; weather: Record<string, (typeof skies)[number]> };
export const readCarriers = () => call<CarrierScene>('/sandbox/world/carriers');
export const playCarrier = (what: 'scan' | 'stall' | 'lose' | 'answer' | 'answer-all' | 'weather', body: object) => post<unknown>(`/sandbox/world/carriers/${what}`, body);
