import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultNote } from '../ui/FaultNote.tsx';

/** Six digits of the authenticator app, or a recovery code. */
export function CodeField<T>({ send, sent, go }: { send: (code: string) => Promise<T>; sent: (answer: T) => void; go: string }) {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const give = useMutation({ mutationFn: () => send(code.trim()), onSuccess: sent });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    give.mutate();
  };
  return (
    <form onSubmit={submit} className="code-field">
      <label htmlFor="code">{t('factor.code')}</label>
      <Input id="code" size="large" autoFocus autoComplete="one-time-code" inputMode="numeric" maxLength={30} value={code} onChange={(event) => setCode(event.target.value)} />
      <FaultNote cause={give.error} />
      <Button type="primary" size="large" htmlType="submit" block loading={give.isPending} disabled={code.trim().length < 6}>{go}</Button>
    </form>
  );
}
