import { call } from './http.ts';

/** What a late order or one out of stock is owed; null parts are what the house's table says, most 0 is the price itself. */
export type Rate = { percent: number | null; least: number | null; most: number | null };
export type PromiseTerms = {
  validFrom: string | null; ruleSet: string; promiseHours: number; warnHours: number; late: Rate; shortage: Rate;
  payer: 'SHOP' | 'PLATFORM'; autoMost: number; confirmCod: boolean;
};
export type ShipPromise = { now: PromiseTerms; all: PromiseTerms[] };

export const shipPromise = (shop: string) => call<ShipPromise>(`/api/ship-promise/${shop}`);
export const saveShipPromise = (shop: string, terms: PromiseTerms) => call<PromiseTerms>(`/api/ship-promise/${shop}`, { method: 'PUT', body: terms });
