import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sayByHand } from '../../api/platforms.ts';
import { useNotice } from '../../app/notices.tsx';
import { FaultNote } from '../../ui/FaultNote.tsx';

/** What came of it in the seller's centre: done, or why it could not be. */
export function HandledForm({ number, done }: { number: string; done: () => void }) {
  const { t } = useTranslation();
  const notice = useNotice();
  const [words, setWords] = useState('');
  const send = useMutation({
    mutationFn: (was: boolean) => sayByHand(number, was, words.trim()),
    onSuccess: () => {
      void notice.success(t('platforms.kept'));
      done();
    },
  });
  return (
    <form className="platform-form" aria-label={t('platforms.came')} onSubmit={(event) => { event.preventDefault(); send.mutate(true); }}>
      <label className="platform-words">{t('platforms.came')}<Input.TextArea rows={1} autoSize={{ minRows: 1, maxRows: 5 }} maxLength={1000} placeholder={t('platforms.cameHint')} value={words} onChange={(event) => setWords(event.target.value)} /></label>
      <Button type="primary" htmlType="submit" disabled={send.isPending}>{t('platforms.wasDone')}</Button>
      <Button disabled={send.isPending || !words.trim()} onClick={() => send.mutate(false)}>{t('platforms.notPossible')}</Button>
      <div className="wide"><FaultNote cause={send.error} /></div>
    </form>
  );
}
