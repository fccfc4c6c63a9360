import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { needsNoAnswer } from '../../api/messages.ts';
import { problemOf } from '../../api/http.ts';
import { useNotice } from '../../app/notices.tsx';

/** A thank-you needs no answer: the promise is kept without one, and the record says who thought so. */
export function NoAnswer({ number, done }: { number: string; done: () => void }) {
  const { t } = useTranslation();
  const notice = useNotice();
  const settle = useMutation({
    mutationFn: () => needsNoAnswer(number, t('message.noAnswerNote')),
    onSuccess: done,
    onError: (cause) => void notice.error(problemOf(cause).detail ?? t('fault.serverText')),
  });
  return <Button size="small" type="text" loading={settle.isPending} onClick={() => settle.mutate()}>{t('message.noAnswer')}</Button>;
}
