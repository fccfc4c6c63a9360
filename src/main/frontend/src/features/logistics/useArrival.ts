import { useQuery } from '@tanstack/react-query';
import { arrive, findArrival, type Arrival } from '../../api/goods.ts';
import { problemOf } from '../../api/http.ts';
import { claimTask, readTask } from '../../api/tasks.ts';
import { useLive } from '../../app/live.ts';

const patience = 20_000;
const pause = 1_000;

/** A parcel that still has to be counted: the house is making its task. */
const awaitsTask = (arrival: Arrival) => !arrival.taskId && ['OPEN', 'SENT', 'LOST', 'ARRIVED'].includes(arrival.state);

async function take(arrival: Arrival): Promise<Arrival> {
  if (!arrival.taskId) return arrival;
  const { item, mayClaim } = await readTask(arrival.taskId);
  if (mayClaim && !item.assignee) await claimTask(item.taskId, item.revision).catch((cause: unknown) => { if (problemOf(cause).status !== 409) throw cause; });
  return arrival;
}

/** What stands at the door: tells the house that it came, waits for its task and takes it. */
export function useArrival(waybill: string | null, scannedAt: number) {
  const arrival = useQuery({
    queryKey: ['arrival', waybill, scannedAt],
    queryFn: async ({ client, queryKey }) => take(await (client.getQueryData(queryKey) ? findArrival(waybill ?? '') : arrive(waybill ?? ''))),
    enabled: waybill !== null, staleTime: Infinity, gcTime: 0, retry: false,
    refetchInterval: ({ state }) => (state.data && awaitsTask(state.data) && Date.now() - scannedAt < patience ? pause : false),
  });
  const waits = arrival.data !== undefined && awaitsTask(arrival.data) && arrival.dataUpdatedAt - scannedAt < patience;
  useLive((event) => {
    if (waits && event.type === 'task' && event.change === 'created' && event.caseNumber === arrival.data?.caseNumber) void arrival.refetch();
  });
  return { arrival, waits };
}
