import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { outcomes, parcelCodes, playCarrier, readCarriers, skies, type PlayedParcel, type WorkOrder } from '../../api/sandbox.ts';
import { Amount } from '../../ui/Amount.tsx';
import { useAct } from './useAct.ts';

type Act = (what: Parameters<typeof playCarrier>[0], body: object) => void;
const houses = ['yuantong', 'shunfeng', 'shentong', 'yunda', 'work-order'];

function ParcelLine({ parcel, act }: { parcel: PlayedParcel; act: Act }) {
  const { t } = useTranslation();
  const [code, setCode] = useState<string>('1');
  return (
    <li>
      <span className="number">{parcel.waybill}</span> <small>{parcel.com} · {t(`sandbox.carriers.status.${parcel.status}`, parcel.status)}</small>
      <span className="carrier-acts">
        <Select size="small" aria-label={t('sandbox.carriers.scan')} value={code} onChange={setCode} options={parcelCodes.map((value) => ({ value, label: t(`sandbox.carriers.code.${value}`) }))} popupMatchSelectWidth={false} />
        <Button size="small" onClick={() => act('scan', { waybill: parcel.waybill, carrier: parcel.com, code })}>{t('sandbox.carriers.scan')}</Button>
        <Button size="small" type="text" onClick={() => act('stall', { waybill: parcel.waybill })}>{t('sandbox.carriers.stall')}</Button>
        <Button size="small" type="text" onClick={() => act('lose', { waybill: parcel.waybill })}>{t('sandbox.carriers.lose')}</Button>
      </span>
    </li>
  );
}

function OrderLine({ order, act }: { order: WorkOrder; act: Act }) {
  const { t } = useTranslation();
  return (
    <li>
      <span className="number">{order.id}</span> <span className="number">{order.waybill}</span> {order.valueMinor !== null && <Amount of={{ minor: order.valueMinor, currency: 'CNY' }} />} <small>{order.reference}</small>
      {order.outcome ? <small> {t(`sandbox.carriers.outcome.${order.outcome}`)} {order.paidMinor !== null && <Amount of={{ minor: order.paidMinor, currency: 'CNY' }} />}</small>
        : <span className="carrier-acts">{outcomes.map((outcome) => <Button key={outcome} size="small" type="text" onClick={() => act('answer', { id: order.id, outcome })}>{t(`sandbox.carriers.outcome.${outcome}`)}</Button>)}</span>}
    </li>
  );
}

/** The carriers' side: where parcels are, what clerks answer, how their doors behave. */
export function CarrierCard() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [waybill, setWaybill] = useState('');
  const scene = useQuery({ queryKey: ['world', 'carriers'], queryFn: readCarriers, refetchInterval: 5000 });
  const run = useAct(() => void client.invalidateQueries({ queryKey: ['world'] }));
  const act: Act = (what, body) => run.mutate({ run: () => playCarrier(what, body), words: t('sandbox.carriers.done') });
  if (!scene.data) return null;
  const { parcels, orders, weather } = scene.data;
  return (
    <section className="card" aria-label={t('sandbox.carriers.title')} data-tour="carriers">
      <h2>{t('sandbox.carriers.title')} <span className="count">{parcels.length}</span></h2>
      <form className="carrier-acts" onSubmit={(event) => { event.preventDefault(); act('scan', { waybill: waybill.trim(), carrier: 'yuantong', code: '1' }); }}>
        <Input size="small" aria-label={t('sandbox.carriers.waybill')} placeholder={t('sandbox.carriers.waybill')} value={waybill} onChange={(event) => setWaybill(event.target.value)} />
        <Button size="small" htmlType="submit" disabled={waybill.trim().length < 6}>{t('sandbox.carriers.pickUp')}</Button>
      </form>
      {parcels.length > 0 && <ul className="plain world-list" tabIndex={0}>{parcels.map((parcel) => <ParcelLine key={parcel.waybill} parcel={parcel} act={act} />)}</ul>}
      <h3>{t('sandbox.carriers.orders')} <span className="count">{orders.length}</span> <Button size="small" type="text" onClick={() => act('answer-all', { seed: 1 })}>{t('sandbox.carriers.answerAll')}</Button> <a href="/sandbox/world/carriers/statement">{t('sandbox.carriers.statement')}</a></h3>
      {orders.length > 0 ? <ul className="plain world-list" tabIndex={0}>{orders.map((order) => <OrderLine key={order.id} order={order} act={act} />)}</ul> : <p className="quiet">{t('sandbox.carriers.noOrders')}</p>}
      <h3>{t('sandbox.carriers.weather')}</h3>
      <div className="carrier-acts">{houses.map((house) => (
        <label key={house}>{t(`sandbox.carriers.house.${house}`)} <Select size="small" value={weather[house] ?? 'CLEAR'} popupMatchSelectWidth={false} onChange={(sky) => act('weather', { carrier: house, sky })} options={skies.map((value) => ({ value, label: t(`sandbox.carriers.sky.${value}`) }))} /></label>
      ))}</div>
    </section>
  );
}
