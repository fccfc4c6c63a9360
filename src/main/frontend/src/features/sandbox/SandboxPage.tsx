import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '../../api/http.ts';
import { readWorld } from '../../api/sandbox.ts';
import { useLive } from '../../app/live.ts';
import { NotFound } from '../../app/NotFound.tsx';
import { useMe } from '../../app/session.tsx';
import { useSoon } from '../../app/soon.ts';
import { withWords } from '../../i18n/screens.tsx';
import { Failed, Loading } from '../../ui/states.tsx';
import { CarrierCard } from './CarrierCard.tsx';
import { DoorLog } from './DoorLog.tsx';
import { MischiefActs } from './MischiefActs.tsx';
import { Messages, MoneyLog } from './Outcome.tsx';
import { Orders } from './Orders.tsx';
import { ProviderCard } from './ProviderCard.tsx';
import { Requests } from './Requests.tsx';
import './sandbox.css';
import { WeatherSwitch } from './WeatherSwitch.tsx';

const MarketCard = lazy(() => import('./MarketCard.tsx'));
const worldKey = 'world';
const played = ['lanting', 'mido', 'verde'];

/** Plays the outside world: a buyer asks, the provider pays, the buyer reads what he is told; and what goes wrong between. */
function SandboxPage() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [shop, setShop] = useState('lanting');
  const shops = useMe().shops.filter((each) => played.includes(each.id));
  const world = useQuery({ queryKey: [worldKey, shop], queryFn: () => readWorld(shop), refetchInterval: 5000 });
  const again = () => void client.invalidateQueries({ queryKey: [worldKey] });
  // while the demo arrives, news come by the dozen: one look a second tells all of them
  const soon = useSoon(again, 1_000);
  useLive((event) => { if (event.type !== 'import') soon(); });
  if (world.isPending) return <Loading />;
  if (world.isError && problemOf(world.error).status === 404) return <NotFound />;
  if (world.isError) return <main className="page"><Failed cause={world.error} again={() => void world.refetch()} /></main>;
  const { orders, requests, money, messages, faults } = world.data;
  return (
    <main className="page">
      <div className="page-head">
        <h1>{t('nav.sandbox')}</h1>
        <p className="quiet sandbox-lead">{t('sandbox.lead')}</p>
        <WeatherSwitch setting={faults} changed={again} />
      </div>
      <div className="page-head sandbox-bar">
        {shops.length > 1 && <Segmented aria-label={t('sandbox.shop')} value={shop} onChange={setShop} options={shops.map((each) => ({ value: each.id, label: each.name }))} />}
        <MischiefActs shop={shop} changed={again} />
      </div>
      <div className="sandbox">
        <Orders shop={shop} orders={orders} asked={new Set(requests.map((request) => request.orderId))} pushed={again} />
        <div className="sandbox-side">
          <DoorLog under={worldKey} />
          <Requests requests={requests} shop={shop} changed={again} />
          <Suspense fallback={null}><MarketCard key={shop} shop={shop} /></Suspense>
          <CarrierCard />
          <ProviderCard />
          <MoneyLog money={money ?? []} shop={shop} changed={again} />
          <Messages messages={messages ?? []} shop={shop} />
        </div>
      </div>
    </main>
  );
}

export default withWords('sandbox', SandboxPage);
