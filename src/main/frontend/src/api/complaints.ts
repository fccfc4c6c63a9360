import { call } from './http.ts';

export type ParcelScan = { at: string; place?: string | null; words?: string | null; code?: string | null };
export type Complaint = {
  carrier?: string | null; waybill?: string | null; state: string; said: string; byHouse: boolean; address: string; traceState?: string | null; lastScanAt?: string | null; carrierSays?: string | null; type?: string | null;
  typeGroundZh?: string | null; typeGroundEn?: string | null; way?: string | null; compensation?: string | null; wayGroundZh?: string | null; wayGroundEn?: string | null; proof?: string | null; claimNo?: string | null;
  chases: number; remedy?: string | null; outcome?: string | null; daysLate: number;
};
export type Parcel = { complaint?: Complaint | null; scans: ParcelScan[] };

export const readParcel = (number: string) => call<Parcel>(`/api/cases/${encodeURIComponent(number)}/parcel`);
