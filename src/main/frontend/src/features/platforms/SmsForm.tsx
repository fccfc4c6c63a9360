import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { typeCode } from '../../api/platforms.ts';
import { useNotice } from '../../app/notices.tsx';
import { FaultNote } from '../../ui/FaultNote.tsx';

/** The code a marketplace sent to the shop's telephone: typed in once, then the request goes again. */
export function SmsForm({ number, done }: { number: string; done: () => void }) {
  const { t } = useTranslation();
  const notice = useNotice();
  const [code, setCode] = useState('');
  const send = useMutation({
    mutationFn: () => typeCode(number, code.trim()),
    onSuccess: () => {
      void notice.success(t('platforms.codeSent'));
      done();
    },
  });
  return (
    <form className="platform-form" aria-label={t('platforms.code')} onSubmit={(event) => { event.preventDefault(); send.mutate(); }}>
      <label>{t('platforms.code')}<Input value={code} maxLength={10} inputMode="numeric" autoComplete="one-time-code" onChange={(event) => setCode(event.target.value)} /></label>
      <Button type="primary" htmlType="submit" loading={send.isPending} disabled={!/^[0-9A-Za-z]{4,10}$/.test(code.trim())}>{t('platforms.sendCode')}</Button>
      <div className="wide"><FaultNote cause={send.error} /></div>
    </form>
  );
}
