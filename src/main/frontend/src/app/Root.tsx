import { Outlet, useLocation } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { Failed, Loading } from '../ui/states.tsx';
import { startLive } from './live.ts';
import { SessionProvider, useSessionQuery } from './session.tsx';
import { Shell } from './Shell.tsx';

const InvitationPage = lazy(() => import('./InvitationPage.tsx'));
const LoginPage = lazy(() => import('./LoginPage.tsx'));
const FirstAdminPage = lazy(() => import('./FirstAdminPage.tsx'));

/** Everything behind one question: who is there? The address stays, so a deep link survives the sign-in. */
export function Root() {
  const session = useSessionQuery();
  const first = useLocation().pathname === '/first-admin';
  const me = session.data;
  const id = me?.id;
  useEffect(() => (id === undefined ? undefined : startLive()), [id]);
  if (window.location.pathname === '/invitation') return <Suspense fallback={<Loading />}><InvitationPage /></Suspense>;
  if (session.isPending) return <Loading />;
  if (session.isError) return <Failed cause={session.error} again={() => void session.refetch()} />;
  if (!me) {
    return (
      <Suspense fallback={<Loading />}>
        {first ? <FirstAdminPage /> : <LoginPage />}
      </Suspense>
    );
  }
  return (
    <SessionProvider me={me} key={me.id}>
      <Shell>
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </Shell>
    </SessionProvider>
  );
}
