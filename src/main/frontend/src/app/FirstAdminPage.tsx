import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { becomeFirstAdmin } from '../api/backups.ts';
import { problemOf } from '../api/http.ts';
import { switchLanguage } from '../i18n/index.ts';
import { FaultNote } from '../ui/FaultNote.tsx';
import './login.css';
import { sessionKey } from './session.tsx';

/** Opened by the link a production start prints; what stands behind the # never leaves the browser but in the answer. */
export default function FirstAdminPage() {
  const { t, i18n } = useTranslation();
  const client = useQueryClient();
  const [token] = useState(() => window.location.hash.slice(1));
  const [login, setLogin] = useState('');
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const become = useMutation({
    mutationFn: () => becomeFirstAdmin(token, login.trim(), name.trim(), password),
    onSuccess: (me) => client.setQueryData(sessionKey, me),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    become.mutate();
  };
  const differs = again !== '' && again !== password;
  const over = !token || problemOf(become.error).status === 410;
  const other = i18n.language === 'en' ? 'zh-CN' : 'en';
  return (
    <div className="login">
      <main className="login-card">
        <div className="login-form">
          <p className="brand"><img src="/favicon.svg" alt="" width={32} height={32} /> <span>Afterflow</span></p>
          <h1>{t('firstAdmin.title')}</h1>
          <p className="login-lead">{t(over ? 'firstAdmin.over' : 'firstAdmin.lead')}</p>
          {!over && (
            <form onSubmit={submit}>
              <label htmlFor="first-login">{t('login.login')}</label>
              <Input id="first-login" size="large" autoComplete="username" autoFocus maxLength={40} value={login} onChange={(event) => setLogin(event.target.value)} />
              <label htmlFor="first-name">{t('firstAdmin.name')}</label>
              <Input id="first-name" size="large" autoComplete="name" maxLength={80} value={name} onChange={(event) => setName(event.target.value)} />
              <label htmlFor="first-password">{t('login.password')}</label>
              <Input.Password id="first-password" size="large" autoComplete="new-password" maxLength={128} value={password} onChange={(event) => setPassword(event.target.value)} />
              <label htmlFor="first-again">{t('firstAdmin.again')}</label>
              <Input.Password id="first-again" size="large" autoComplete="new-password" maxLength={128} value={again} status={differs ? 'error' : ''} aria-invalid={differs} onChange={(event) => setAgain(event.target.value)} />
              {differs && <p role="alert">{t('firstAdmin.differs')}</p>}
              <FaultNote cause={become.error} />
              <Button type="primary" size="large" htmlType="submit" block loading={become.isPending} disabled={!login || !name || !password || password !== again}>{t('firstAdmin.make')}</Button>
            </form>
          )}
          <Button type="link" className="login-language" lang={other} onClick={() => void switchLanguage(other)}>{t('shell.otherLanguage')}</Button>
        </div>
      </main>
    </div>
  );
}
