import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { problemOf } from '../../api/http.ts';
import { useNotice } from '../../app/notices.tsx';

/** Runs one act of the outside world, says that it was done, and why not when it could not be. */
export function useAct(changed: () => void) {
  const { t } = useTranslation();
  const notice = useNotice();
  return useMutation({
    mutationFn: ({ run }: { run: () => Promise<unknown>; words: string }) => run(),
    onSuccess: (_, { words }) => {
      void notice.success(words);
      changed();
    },
    onError: (cause) => void notice.error(problemOf(cause).detail ?? t('sandbox.notNow')),
  });
}
