import { call } from './http.ts';

export type ReviewPaper = { n: number; origin: string; name: string; size: number; sha256: string; frozenAt: string };
export type ReviewComplaint = {
  number: string; n: number; category: string; words: string; evidence: string[]; byHand: boolean; reference?: string | null; said?: string | null; by: string; filedAt: string;
  verdict?: 'UPHELD' | 'REJECTED' | null; verdictWords?: string | null; verdictAt?: string | null;
};
export type ShownReview = {
  reviewId: string; orderId: string; score?: number | null; words?: string | null; writtenAt: string; appendedAt?: string | null; low: string; state: string; content?: string | null; proposed?: string | null; groundZh: string;
  groundEn: string; route?: string | null; cause?: string | null; category?: string | null; owner?: string | null; found?: string | null; foundBy?: string | null; pattern: string; patternZh: string; patternEn: string; consent?: string | null;
  causeCase?: string | null; reply?: string | null; replyState?: string | null; repliedAt?: string | null; outcome?: string | null;
};
export type ReviewFolder = { review?: ShownReview | null; replyUntil?: string | null; changeUntil?: string | null; complaints: ReviewComplaint[]; papers: ReviewPaper[] };

const path = (number: string) => `/api/cases/${encodeURIComponent(number)}/review`;
export const readReview = (number: string) => call<ReviewFolder>(path(number));
export const complaintPackUrl = (number: string, n: number) => `${path(number)}/complaints/${n}.zip`;
export const sayReviewVerdict = (number: string, verdict: string, words: string) => call<void>(`${path(number)}/verdict`, { method: 'POST', body: { verdict, words } });
