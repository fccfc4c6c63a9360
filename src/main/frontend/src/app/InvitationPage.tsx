import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { acceptInvitation, whoseInvitation } from '../api/factor.ts';
import { FaultNote } from '../ui/FaultNote.tsx';
import { Loading } from '../ui/states.tsx';
import './login.css';

const shortest = 12;

/** Where a link for a first or a new password leads; the token stands behind the # and reaches no log. */
export default function InvitationPage() {
  const { t } = useTranslation();
  const [token] = useState(() => window.location.hash.slice(1));
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const invited = useQuery({ queryKey: ['invitation'], queryFn: () => whoseInvitation(token), retry: false, staleTime: Infinity, enabled: token !== '' });
  const accept = useMutation({ mutationFn: () => acceptInvitation(token, password) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    accept.mutate();
  };
  const body = () => {
    if (token === '' || invited.isError) return <><h1>{t('invitation.void')}</h1><p className="login-lead">{t('invitation.voidText')}</p><p><a href="/">{t('login.title')}</a></p></>;
    if (invited.isPending) return <Loading />;
    if (accept.isSuccess) return <><h1>{t('invitation.done')}</h1><p className="login-lead">{t('invitation.doneText', { login: invited.data.login })}</p><Button type="primary" size="large" block href="/">{t('login.title')}</Button></>;
    return (
      <>
        <h1>{t('invitation.title', { name: invited.data.name })}</h1>
        <p className="login-lead">{t('invitation.lead', { login: invited.data.login })}</p>
        <form onSubmit={submit}>
          <input type="hidden" autoComplete="username" value={invited.data.login} readOnly />
          <label htmlFor="new-password">{t('login.password')}</label>
          <Input.Password id="new-password" size="large" autoFocus autoComplete="new-password" value={password} onChange={(event) => setPassword(event.target.value)} />
          <label htmlFor="again">{t('invitation.again')}</label>
          <Input.Password id="again" size="large" autoComplete="new-password" value={again} onChange={(event) => setAgain(event.target.value)} status={again && again !== password ? 'error' : undefined} />
          <FaultNote cause={accept.error} />
          <Button type="primary" size="large" htmlType="submit" block loading={accept.isPending} disabled={password.length < shortest || password !== again}>{t('invitation.set')}</Button>
        </form>
      </>
    );
  };
  return (
    <div className="login"><main className="login-card"><div className="login-form">
      <p className="brand"><img src="/favicon.svg" alt="" width={32} height={32} /> <span>Afterflow</span></p>
      {body()}
    </div></main></div>
  );
}
