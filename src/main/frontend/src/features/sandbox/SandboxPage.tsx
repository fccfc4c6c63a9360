import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { readWorld } from '../../api/sandbox.ts';
import { useLive } from '../../app/live.ts';
import { Failed, Loading } from '../../ui/states.tsx';
import { Messages, MoneyLog } from './Outcome.tsx';
import { Orders } from './Orders.tsx';
import { Requests } from './Requests.tsx';
import './sandbox.css';
import { WeatherSwitch } from './WeatherSwitch.tsx';

const worldKey = ['world'];

/** Plays the outside world: a buyer asks, the provider pays, the buyer reads what he is told. */
export default function SandboxPage() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const world = useQuery({ queryKey: worldKey, queryFn: readWorld, refetchInterval: 5000 });
  const again = () => void client.invalidateQueries({ queryKey: worldKey });
  useLive((event) => { if (event.type !== 'import') again(); });
  if (world.isPending) return <Loading />;
  if (world.isError) return <main className="page"><Failed cause={world.error} again={() => void world.refetch()} /></main>;
  const { shop, orders, requests, money, messages, faults } = world.data;
  return (
    <main className="page">
      <div className="page-head">
        <h1>{t('nav.sandbox')}</h1>
        <p className="quiet sandbox-lead">{t('sandbox.lead')}</p>
        <WeatherSwitch setting={faults} changed={again} />
      </div>
      <div className="sandbox">
        <Orders orders={orders} asked={new Set(requests.map((request) => request.orderId))} pushed={again} />
        <div className="sandbox-side">
          <Requests requests={requests} shop={shop} changed={again} />
          <MoneyLog money={money ?? []} shop={shop} changed={again} />
          <Messages messages={messages ?? []} shop={shop} />
        </div>
      </div>
    </main>
  );
}
