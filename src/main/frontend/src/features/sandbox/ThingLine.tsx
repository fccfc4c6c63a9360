import { DownOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Dropdown, Select, type MenuProps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readDeeds, results, reviews, steps, tellings, type PlayedThing } from '../../api/markets.ts';
import { Amount } from '../../ui/Amount.tsx';
import { Tag, type Tone } from '../../ui/Tag.tsx';
import { moneyOf, orderOf, standing, type MarketAct } from './markets.ts';

const tones: Record<string, Tone> = {
  SUCCESS: 'green', CLOSED: 'plain', good: 'green', bad: 'red', WON: 'green', LOST: 'red', PAID: 'blue', REFUNDED: 'green', '4': 'plain', '5': 'green', DECLINED: 'plain', CANCELED: 'plain',
};

/** What the house did to it, in the order it did. */
function Deeds({ thing }: { thing: PlayedThing }) {
  const { t } = useTranslation();
  const deeds = useQuery({ queryKey: ['world', 'deeds', thing.name], queryFn: () => readDeeds(thing.name) }).data ?? [];
  const currency = moneyOf(thing)?.currency;
  if (deeds.length === 0) return <p className="quiet">{t('sandbox.markets.noDeeds')}</p>;
  return <p>{deeds.map((deed, at) => <span key={`${deed.deed}${at}`}><Tag tone="violet">{t(`sandbox.markets.deed.${deed.deed}`, deed.deed)}</Tag> {deed.minor !== null && currency && <Amount of={{ minor: deed.minor, currency }} />} </span>)}</p>;
}

function useSteps(thing: PlayedThing, how: string, act: MarketAct): MenuProps['items'] {
  const { t } = useTranslation();
  const { name, body, kind } = thing;
  const item = (key: string, label: string, run: () => void) => ({ key, label, onClick: run });
  if (thing.market === 'taobao' && kind === 'rate') {
    return [
      ...results.filter((result) => result !== body.result).map((result) => item(result, t(`sandbox.markets.change.${result}`), () => act.run('rates/change', { shop: act.shop, oid: body.oid, result, content: reviews[result] }))),
      item('take-down', t('sandbox.markets.takeDown'), () => act.run('rates/take-down', { shop: act.shop, oid: body.oid })),
    ];
  }
  if (thing.market === 'taobao') return steps.filter((step) => step !== 'EVIDENCE' || kind === 'refund').map((step) => item(step, t(`sandbox.markets.step.${step}`), () => act.run('act', { name, what: step, how })));
  if (kind === 'order') {
    const { amount, currencyCode } = body.transactions?.[0]?.amountSet.shopMoney ?? { amount: '0', currencyCode: body.currencyCode ?? '' };
    return [
      item('return', t('sandbox.markets.step.return'), () => act.run('shopify/returns', { shop: act.shop, order: name, reason: 'DEFECTIVE', how })),
      ...['CHARGEBACK', 'INQUIRY'].map((type) => item(type, t(`sandbox.markets.step.${type}`), () => act.run('shopify/disputes', { shop: act.shop, order: name, amount, currency: currencyCode, type, how }))),
    ];
  }
  return (kind === 'dispute' ? ['WON', 'LOST'] : kind === 'return' ? ['CANCELED'] : []).map((what) => item(what, t(`sandbox.markets.step.${what}`), () => act.run('shopify/decide', { name, what, how })));
}

/** One thing at a marketplace: how it stands there, what happens to it next, and what the house did. */
export function ThingLine({ thing, act }: { thing: PlayedThing; act: MarketAct }) {
  const { t } = useTranslation();
  const [how, setHow] = useState('once');
  const [open, setOpen] = useState(false);
  const items = useSteps(thing, how, act) ?? [];
  const order = orderOf(thing);
  const stepped = thing.body.cs_status !== undefined && thing.body.cs_status > 1 ? thing.body.cs_status : null;
  const told = !(thing.market === 'taobao' && thing.kind === 'rate');
  return (
    <li>
      <Tag>{t(`sandbox.markets.kind.${thing.kind}`, thing.kind)}</Tag> <Amount of={moneyOf(thing)} /> {standing(thing.body) && <Tag tone={tones[standing(thing.body)] ?? 'amber'}>{t(`sandbox.markets.state.${standing(thing.body)}`, standing(thing.body))}</Tag>}{' '}
      {stepped !== null && <Tag tone="red">{t(`sandbox.markets.platform.${stepped}`, String(stepped))}</Tag>} {thing.kind === 'rate' && <span lang="zh-CN">{thing.body.content}</span>}
      <small><span className="number">{order}</span></small> <Link className="market-case" to="/cases" search={{ q: order.replace(/^#/, '') }}>{t('sandbox.itsCase')}</Link>
      <span className="carrier-acts">
        {told && items.length > 0 && <Select size="small" aria-label={t('sandbox.markets.toldOf', { order })} value={how} onChange={setHow} popupMatchSelectWidth={false} options={tellings[thing.market].map((value) => ({ value, label: t(`sandbox.markets.how.${value}`) }))} />}
        {items.length > 0 && (
          <Dropdown menu={{ items, className: 'world-menu' }} trigger={['click']} placement="bottomRight">
            <Button size="small" disabled={act.busy} aria-label={t('sandbox.markets.nextOf', { order })}>{t('sandbox.next')} <DownOutlined /></Button>
          </Dropdown>
        )}
        <Button size="small" type="text" aria-expanded={open} onClick={() => setOpen(!open)}>{t('sandbox.markets.deeds')}</Button>
      </span>
      {open && <Deeds thing={thing} />}
    </li>
  );
}
