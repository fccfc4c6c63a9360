import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { lazy, Suspense, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { giveCode } from '../api/factor.ts';
import { chooseLanguage, demoPeople, signIn, type Next } from '../api/session.ts';
import type { DemoPerson, Me } from '../api/types.ts';
import { switchLanguage } from '../i18n/index.ts';
import { FaultNote } from '../ui/FaultNote.tsx';
import { Loading } from '../ui/states.tsx';
import { CodeField } from './CodeField.tsx';
import './factor.css';
import './login.css';
import { TourDoors } from '../features/tour/TourDoors.tsx';
import { sessionKey } from './session.tsx';
import { startTour, type TourName } from './tourState.ts';

const SetUpFactor = lazy(() => import('./SetUpFactor.tsx'));

type Guest = { login: string; password: string; tour: TourName };

function DemoPeople({ choose, chosen, tour, busy }: { choose: (person: DemoPerson) => void; chosen: string; tour: (guest: Guest) => void; busy: boolean }) {
  const { t } = useTranslation();
  const people = useQuery({ queryKey: ['demoPeople'], queryFn: demoPeople, staleTime: Infinity }).data;
  if (!people?.length) return null;
  return (
    <section className="login-demo" aria-labelledby="demo-title">
      <h2 id="demo-title">{t('login.demo')}</h2>
      <p>{t('login.demoText')}</p>
      <ul>
        {people.map((person) => (
          <li key={person.login}>
            <button type="button" aria-pressed={chosen === person.login} onClick={() => choose(person)}>
              <span className="avatar" aria-hidden="true">{person.name.slice(0, 1)}</span>
              <span>
                <b>{person.name}</b> <code>{person.login}</code>
                <small>{t(`role.${person.role}`, person.role)}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <TourDoors busy={busy} enter={(name, login) => tour({ login, password: people.find((person) => person.login === login)?.password ?? '', tour: name })} />
    </section>
  );
}

/** After the password: a code, or the set-up of what makes codes. */
function SecondStep({ next, came, back }: { next: Next['next']; came: (me: Me) => void; back: () => void }) {
  const { t } = useTranslation();
  return (
    <>
      {next === 'CODE' ? <CodeField send={giveCode} sent={came} go={t('login.enter')} /> : <Suspense fallback={<Loading />}><SetUpFactor done={came} /></Suspense>}
      <Button type="link" className="login-language" onClick={back}>{t('factor.back')}</Button>
    </>
  );
}

/** A guest on a tour keeps the language of the door. */
async function enterAs(guest: Guest, language: string) {
  const me = await signIn(guest.login, guest.password);
  if ('next' in me || me.language === language) return me;
  await chooseLanguage(language);
  return { ...me, language };
}

export default function LoginPage() {
  const { t, i18n } = useTranslation();
  const client = useQueryClient();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [next, setNext] = useState<Next['next'] | null>(null);
  const enter = useMutation({
    mutationFn: (as?: Guest) => (as ? enterAs(as, i18n.language) : signIn(login.trim(), password)),
    onSuccess: (answer, as) => {
      if ('next' in answer) return setNext(answer.next);
      if (as) startTour(as.tour);
      client.setQueryData(sessionKey, answer);
    },
  });
  const came = (me: Me) => client.setQueryData(sessionKey, me);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    enter.mutate(undefined);
  };
  const choose = (person: DemoPerson) => {
    setLogin(person.login);
    setPassword(person.password);
    enter.reset();
  };
  return (
    <div className="login">
      <main className={next ? 'login-card login-narrow' : 'login-card'}>
        <div className="login-form">
          <p className="brand"><img src="/favicon.svg" alt="" width={32} height={32} /> <span>Afterflow</span></p>
          <h1>{t(next ? 'factor.title' : 'login.title')}</h1>
          <p className="login-lead">{t(next === null ? 'login.lead' : next === 'CODE' ? 'factor.lead' : 'factor.setUpLead')}</p>
          {next && <SecondStep next={next} came={came} back={() => { setNext(null); setPassword(''); }} />}
          {!next && <form onSubmit={submit}>
            <label htmlFor="login">{t('login.login')}</label>
            <Input id="login" size="large" autoComplete="username" autoFocus value={login} onChange={(event) => setLogin(event.target.value)} />
            <label htmlFor="password">{t('login.password')}</label>
            <Input.Password id="password" size="large" autoComplete="current-password" value={password} onChange={(event) => setPassword(event.target.value)} />
            <FaultNote cause={enter.error} />
            <Button type="primary" size="large" htmlType="submit" block loading={enter.isPending} disabled={!login || !password}>{t('login.enter')}</Button>
          </form>}
          <Button type="link" className="login-language" lang={i18n.language === 'en' ? 'zh-CN' : 'en'} onClick={() => void switchLanguage(i18n.language === 'en' ? 'zh-CN' : 'en')}>
            {t('shell.otherLanguage')}
          </Button>
        </div>
        {!next && <DemoPeople choose={choose} chosen={login} tour={(guest) => enter.mutate(guest)} busy={enter.isPending} />}
      </main>
    </div>
  );
}
