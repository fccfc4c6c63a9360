import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { previewMessage, type Draft } from '../../api/messages.ts';

const pause = 450;

/** The guard's opinion of what stands in the field, asked whenever the typing stops. */
export function usePreview(number: string, draft: Draft) {
  const text = draft.text.trim();
  const now = JSON.stringify({ ...draft, text });
  const [rested, setRested] = useState(now);
  useEffect(() => {
    const timer = setTimeout(() => setRested(now), pause);
    return () => clearTimeout(timer);
  }, [now]);
  const asked = JSON.parse(rested) as Draft;
  const asking = useQuery({
    queryKey: ['preview', number, rested], queryFn: ({ signal }) => previewMessage(number, asked, signal), enabled: asked.text !== '', staleTime: 30_000, gcTime: 60_000, retry: false,
  });
  const current = text !== '' && rested === now;
  const preview = (current && asking.data) || null;
  return { preview, checking: text !== '' && !preview && !(current && asking.isError), fault: current ? asking.error : null };
}
