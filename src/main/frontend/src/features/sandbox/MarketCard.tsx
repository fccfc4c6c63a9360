import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { readMarkets } from '../../api/markets.ts';
import { readCarriers, skies } from '../../api/sandbox.ts';
import { MarketTroubles } from './MarketTroubles.tsx';
import { marketOf, useMarketAct } from './markets.ts';
import { ShopifyForm } from './ShopifyForm.tsx';
import { TaobaoForms } from './TaobaoForms.tsx';
import { ThingLine } from './ThingLine.tsx';

/** The marketplace's side of a shop: what buyers, the platform and banks do there, what the house did in answer, how its door behaves. */
export default function MarketCard({ shop }: { shop: string }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const market = marketOf(shop);
  const things = useQuery({ queryKey: ['world', 'markets', shop], queryFn: () => readMarkets(shop), enabled: market !== null, refetchInterval: 5000 });
  const skyOf = useQuery({ queryKey: ['world', 'carriers'], queryFn: readCarriers, enabled: market !== null }).data?.weather;
  const act = useMarketAct(shop, () => void client.invalidateQueries({ queryKey: ['world'] }));
  if (!market || !things.data) return null;
  const rows = things.data;
  return (
    <section className="card" aria-label={t('sandbox.markets.title')} data-tour="markets">
      <h2>{t(`sandbox.markets.name.${market}`)} <span className="count">{rows.length}</span></h2>
      {market === 'taobao' ? <TaobaoForms act={act} /> : <ShopifyForm act={act} />}
      {rows.length > 0 ? <ul className="plain world-list" tabIndex={0}>{rows.map((thing) => <ThingLine key={thing.id} thing={thing} act={act} />)}</ul> : <p className="quiet">{t('sandbox.markets.nothing')}</p>}
      <h3>{t('sandbox.markets.door')}</h3>
      <div className="carrier-acts">
        <label>{t('sandbox.markets.answers')} <Select size="small" value={skyOf?.[`${market}/${shop}`] ?? 'CLEAR'} popupMatchSelectWidth={false} onChange={(sky) => act.run('weather', { market, shop, sky })} options={skies.map((value) => ({ value, label: t(`sandbox.carriers.sky.${value}`) }))} /></label>
        <MarketTroubles market={market} act={act} />
      </div>
    </section>
  );
}
