import { Image } from 'antd';
import { useTranslation } from 'react-i18next';
import { evidenceUrl, thumbnailUrl } from '../../api/cases.ts';
import type { GoodsLine, Replacement, ReturnedGoods } from '../../api/goods.ts';
import { Amount } from '../../ui/Amount.tsx';
import { said } from '../../ui/bilingual.ts';
import { Moment } from '../../ui/Moment.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { Copy } from './Copy.tsx';
import { Fact } from './Fact.tsx';
import { goodsTone, outcomeTone } from './words.ts';

const same = (a: GoodsLine, b: GoodsLine) => (a.lineId ? a.lineId === b.lineId : a.sku === b.sku);

/** Line by line: what was to come back, what came and how it looks. */
function Lines({ goods }: { goods: ReturnedGoods }) {
  const { t } = useTranslation();
  const received = goods.received ?? [];
  const expected = goods.expected ?? [];
  const counted = received.length > 0 || Boolean(goods.receivedAt);
  const extra = received.filter((line) => !expected.some((each) => same(each, line)));
  return (
    <ul className="items">
      {[...expected, ...extra.map((line) => ({ ...line, quantity: 0 }))].map((line) => {
        const came = received.find((each) => same(each, line));
        const wrong = counted && (came?.quantity ?? 0) !== line.quantity;
        return (
          <li key={line.lineId ?? line.sku}>
            <span className="item-title">{line.title ?? came?.title ?? line.sku}</span>
            <span className="item-meta">
              {line.sku && <span className="number">{line.sku}</span>}
              {counted ? <Tag tone={wrong ? 'red' : 'green'}>{t('goods.count', { received: came?.quantity ?? 0, expected: line.quantity })}</Tag> : <span>× {line.quantity}</span>}
              {came?.grade && <Tag>{t('goods.grade', { grade: came.grade })}</Tag>}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function Weights({ goods }: { goods: ReturnedGoods }) {
  const { t } = useTranslation();
  if (!goods.packedGrams && !goods.weightGrams) return null;
  return <Fact name={t('goods.weight')}>{goods.packedGrams ? <div>{t('goods.packed', { grams: goods.packedGrams })}</div> : null}{goods.weightGrams ? <div>{t('goods.measured', { grams: goods.weightGrams })}</div> : null}</Fact>;
}

export function ReturnCard({ goods, shop }: { goods: ReturnedGoods; shop: string }) {
  const { t, i18n } = useTranslation();
  const finding = [said(i18n.language, goods.groundZh, goods.groundEn), goods.finding ?? said(i18n.language, goods.findingZh, goods.findingEn)].filter(Boolean).join(' · ');
  return (
    <section className="card" aria-label={t('goods.title')}>
      <h3>{t('goods.title')} <Tag tone={goodsTone[goods.state]}>{t(`goodsState.${goods.state}`, goods.state)}</Tag> {goods.outcome && <Tag tone={outcomeTone[goods.outcome] ?? 'red'}>{t(`goodsOutcome.${goods.outcome}`, goods.outcome)}</Tag>}</h3>
      <Lines goods={goods} />
      <dl className="facts">
        <Fact name={t('goods.returnNo')}>{goods.returnNo && <span className="number">{goods.returnNo}</span>}</Fact>
        <Fact name={t('goods.waybill')}>{goods.waybill ? <Copy text={goods.waybill} /> : t('goods.notSent')}</Fact>
        <Fact name={t('goods.freight')}>{goods.freightPayer && t(`payer.${goods.freightPayer}`, goods.freightPayer)}</Fact>
        {!goods.sentAt && !goods.receivedAt && <Fact name={t('goods.shipBackBy')}>{goods.shipBackBy && <Moment at={goods.shipBackBy} shop={shop} />}</Fact>}
        <Fact name={t('goods.sent')}>{goods.sentAt && <Moment at={goods.sentAt} shop={shop} />}</Fact>
        <Fact name={t('goods.received')}>{goods.receivedAt && <Moment at={goods.receivedAt} shop={shop} />}</Fact>
        {!goods.outcome && <Fact name={t('goods.confirmBy')}>{goods.confirmBy && <Moment at={goods.confirmBy} shop={shop} />}</Fact>}
        <Weights goods={goods} />
        <Fact name={t('goods.serial')}>{goods.serial && <span className="number">{goods.serial}</span>}</Fact>
        <Fact name={t('goods.deduct')}>{goods.deduct && goods.deduct.minor > 0 && <Amount of={goods.deduct} strong />}</Fact>
      </dl>
      {finding && <p className="finding-words"><b>{t('goods.finding')}</b> {finding}</p>}
      {goods.pictures && goods.pictures.length > 0 && (
        <Image.PreviewGroup>
          <div className="card-pictures">{goods.pictures.map((id, at) => <Image key={id} src={thumbnailUrl(id)} preview={{ src: evidenceUrl(id) }} alt={`${t('goods.pictures')} ${at + 1}`} width={56} height={56} />)}</div>
        </Image.PreviewGroup>
      )}
    </section>
  );
}

export function ReplacementCard({ replacement, shop }: { replacement: Replacement; shop: string }) {
  const { t } = useTranslation();
  const title = t(`goods.replacement.${replacement.purpose ?? 'exchange'}`);
  return (
    <section className="card" aria-label={title}>
      <h3>{title} <Tag tone={goodsTone[replacement.state]}>{t(`goodsState.${replacement.state}`, replacement.state)}</Tag></h3>
      <ul className="items">{replacement.lines?.map((line) => <li key={line.lineId ?? line.sku}><span className="item-title">{line.title ?? line.sku}</span><span className="item-meta">{line.sku && <span className="number">{line.sku}</span>} × {line.quantity}</span></li>)}</ul>
      <dl className="facts">
        <Fact name={t('order.parcels')}>{replacement.waybill && <>{replacement.carrier && t(`carrier.${replacement.carrier}`, replacement.carrier)} <Copy text={replacement.waybill} /></>}</Fact>
        <Fact name={t('goods.serial')}>{replacement.serial && <span className="number">{replacement.serial}</span>}</Fact>
        <Fact name={t('goods.shipped')}>{replacement.shippedAt && <Moment at={replacement.shippedAt} shop={shop} />}</Fact>
        <Fact name={t('goods.delivered')}>{replacement.deliveredAt && <Moment at={replacement.deliveredAt} shop={shop} />}</Fact>
      </dl>
    </section>
  );
}
