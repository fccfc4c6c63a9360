import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { readCase, readFlow, readProductPictures, readTimeline } from '../../api/cases.ts';
import type { Pictured } from '../../api/types.ts';
import { useLive } from '../../app/live.ts';

export const caseKey = (number: string) => ['case', number];
const timelineKey = (number: string) => ['timeline', number];
const flowKey = (number: string) => ['flow', number];

export const useCase = (number: string | undefined) =>
  useQuery({ queryKey: caseKey(number ?? ''), queryFn: () => readCase(number ?? ''), enabled: Boolean(number) });

export const useTimeline = (number: string) =>
  useInfiniteQuery({
    queryKey: timelineKey(number),
    queryFn: ({ pageParam }) => readTimeline(number, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

export const useFlow = (number: string) => useQuery({ queryKey: flowKey(number), queryFn: () => readFlow(number) });

const nothing: Pictured[] = [];

/** Which products of an order have a picture; a picture changes seldom. */
export const useProductPictures = (shop: string, orderId: string | null) =>
  useQuery({ queryKey: ['productPictures', shop, orderId], queryFn: () => readProductPictures(shop, orderId ?? ''), enabled: Boolean(orderId), staleTime: 300_000 }).data ?? nothing;

/** Reads a case again: all that is shown of it. */
export function useRefreshCase() {
  const client = useQueryClient();
  return (number: string) => {
    for (const queryKey of [caseKey(number), timelineKey(number), flowKey(number)]) void client.invalidateQueries({ queryKey });
  };
}

/** Follows one case over the live stream. */
export function useCaseLive(number: string | undefined) {
  const refresh = useRefreshCase();
  useLive((event) => {
    if (number && (event.type === 'poll' || (event.type !== 'import' && event.caseNumber === number))) refresh(number);
  });
}
