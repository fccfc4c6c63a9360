import type { ClaimState } from '../../api/claims.ts';
import { fractionDigits } from '../../ui/money.ts';
import type { Tone } from '../../ui/Tag.tsx';

export const tones: Record<ClaimState, Tone> = {
  OPEN: 'blue', FILED: 'blue', MORE_ASKED: 'amber', TO_DECIDE: 'red', COMPLAINED: 'violet', AGREED: 'violet', PAID: 'green', WRITTEN_OFF: 'plain', DROPPED: 'plain', TO_RETURN: 'amber', WITHDRAWN: 'plain',
};
export const claimsKey = (number: string) => ['case', number, 'claims'];
/** Tenths of a day, as the server counts them. */
export const days = (tenths: number | null) => (tenths === null ? '–' : (tenths / 10).toFixed(1));
export const percent = (part: number, whole: number) => (whole > 0 ? `${Math.round((part * 1000) / whole) / 10}%` : '–');

/** Minor units as a person types them: 50000 CNY is 500.00. */
export function plainOf(minor: number | null, currency: string): string {
  if (minor === null) return '';
  const digits = fractionDigits(currency);
  const text = String(minor).padStart(digits + 1, '0');
  return digits ? `${text.slice(0, -digits)}.${text.slice(-digits)}` : text;
}
