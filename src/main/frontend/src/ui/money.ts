import type { Money } from '../api/types.ts';

export const fractionDigits = (currency: string) => new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** Minor units to words: 12950 CNY is ¥129.50; never through a binary fraction. */
export function moneyText({ minor, currency }: Money, language: string): string {
  const digits = fractionDigits(currency);
  const sign = minor < 0 ? '-' : '';
  const text = String(Math.abs(minor)).padStart(digits + 1, '0');
  const decimal = digits ? `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}` : sign + text;
  const format = new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
  return format.format(decimal as unknown as number);
}

/** What a person typed as an amount, in minor units; null when it is no amount. */
export function minorOf(text: string, currency: string): number | null {
  const digits = fractionDigits(currency);
  const match = /^\s*(\d{1,12})(?:[.。](\d+))?\s*$/.exec(text.replaceAll(/[,，]/g, ''));
  const fraction = match?.[2] ?? '';
  if (!match || fraction.length > digits) return null;
  return Number(match[1] + fraction.padEnd(digits, '0'));
}
