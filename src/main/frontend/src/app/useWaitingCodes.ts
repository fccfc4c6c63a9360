import { useQuery } from '@tanstack/react-query';
import { waitingRequests } from '../api/platforms.ts';
import { may } from './may.ts';
import { useMe } from './session.tsx';

/** How many codes marketplaces sent to shops' telephones and nobody typed in yet, for those who may; none for others. */
export function useWaitingCodes(): number {
  const allowed = may(useMe(), 'platformCode');
  const waiting = useQuery({ queryKey: ['platformRequests', 'waiting'], queryFn: waitingRequests, enabled: allowed, refetchInterval: 60_000 });
  return allowed ? waiting.data?.code ?? 0 : 0;
}
