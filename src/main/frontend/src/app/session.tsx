import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, type ReactNode } from 'react';
import { whoAmI } from '../api/session.ts';
import type { Me, Shop } from '../api/types.ts';
import { asLanguage, nameTeams, switchLanguage } from '../i18n/index.ts';

const Session = createContext<Me | null>(null);
export const sessionKey = ['session'];

/** Who is signed in: undefined while asking, null for nobody. */
export function useSessionQuery() {
  const client = useQueryClient();
  const session = useQuery({ queryKey: sessionKey, queryFn: whoAmI, staleTime: Infinity });
  useEffect(() => {
    const leave = () => client.setQueryData(sessionKey, null);
    window.addEventListener('afterflow:signed-out', leave);
    return () => window.removeEventListener('afterflow:signed-out', leave);
  }, [client]);
  const language = session.data?.language;
  useEffect(() => {
    if (language) void switchLanguage(asLanguage(language));
  }, [language]);
  const called = session.data?.called;
  useEffect(() => nameTeams(called ?? []), [called]);
  return session;
}

export function SessionProvider({ me, children }: { me: Me; children: ReactNode }) {
  return <Session value={me}>{children}</Session>;
}

export function useMe(): Me {
  const me = useContext(Session);
  if (!me) throw new Error('nobody is signed in');
  return me;
}

const nowhere: Pick<Shop, 'timeZone' | 'name'> = { timeZone: 'Asia/Shanghai', name: '' };
export function useShop(id: string | undefined) {
  return useMe().shops.find((shop) => shop.id === id) ?? nowhere;
}
