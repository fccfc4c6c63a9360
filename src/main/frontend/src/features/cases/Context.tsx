import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { productPictureUrl } from '../../api/cases.ts';
import type { CaseFile, Order } from '../../api/types.ts';
import { Amount } from '../../ui/Amount.tsx';
import { Moment } from '../../ui/Moment.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { QuestionsCard } from '../questions/QuestionsCard.tsx';
import { BuyerCard } from './BuyerCard.tsx';
import { CaseCards } from './CaseCards.tsx';
import { useProductPictures } from './caseQueries.ts';
import { OtherCases, Refunds, Remarks } from './ContextCards.tsx';
import { Copy } from './Copy.tsx';

const CaseClaims = lazy(() => import('../claims/CaseClaims.tsx'));

function Items({ order, shop, asked }: { order: Order; shop: string; asked: Set<string> }) {
  const { t } = useTranslation();
  const pictures = useProductPictures(shop, order.orderId);
  const shown = (lineId: string) => {
    const picture = pictures.find((each) => each.lines.includes(lineId));
    return picture && <img className="item-picture" src={productPictureUrl(shop, picture)} alt="" width={40} height={40} loading="lazy" />;
  };
  return (
    <ul className="items">
      {order.items.map((item) => (
        <li key={item.lineId} className={asked.has(item.lineId) ? 'asked' : ''}>
          {shown(item.lineId)}
          <span className="item-title">{item.title}</span>
          <span className="item-meta">
            {item.sku && <span className="number">{item.sku}</span>} × {item.quantity} <Amount of={item.paid} />
            {asked.has(item.lineId) && <Tag tone="amber">{t('order.asked')}</Tag>}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Parcels({ order, shop }: { order: Order; shop: string }) {
  const { t } = useTranslation();
  if (!order.shipments?.length) return <p className="quiet">{t('order.notShipped')}</p>;
  return order.shipments.map((parcel) => (
    <div key={parcel.shipmentId} className="parcel">
      <p><b>{t(`carrier.${parcel.carrier}`, parcel.carrier ?? '')}</b> {parcel.waybill && <Copy text={parcel.waybill} />}</p>
      <dl className="facts">
        <dt>{t('order.shipped')}</dt><dd><Moment at={parcel.shippedAt} shop={shop} /></dd>
        {(parcel.deliveredAt ?? parcel.promisedAt) && <><dt>{parcel.deliveredAt ? t('order.delivered') : t('order.promised')}</dt><dd><Moment at={parcel.deliveredAt ?? parcel.promisedAt} shop={shop} /></dd></>}
      </dl>
    </div>
  ));
}

function OrderCard({ file }: { file: CaseFile }) {
  const { t } = useTranslation();
  const order = file.order;
  const shop = file.case.shop;
  if (!file.case.orderId) return null;
  if (!order) return <section className="card"><h3>{t('order.title')}</h3><p className="quiet">{t('order.unknown', { id: file.case.orderId })}</p></section>;
  return (
    <section className="card">
      <h3>{t('order.title')} <Tag>{t(`orderState.${order.state}`, order.state)}</Tag></h3>
      <p><Copy text={order.orderId} /></p>
      <Items order={order} shop={shop} asked={new Set(file.case.lines?.map((line) => line.lineId))} />
      <dl className="facts">
        <dt>{t('order.created')}</dt><dd><Moment at={order.createdAt} shop={shop} /></dd>
        {order.payments?.map((payment) => (
          <div key={payment.paymentId} className="fact">
            <dt>{t('order.paid')}</dt>
            <dd><Amount of={payment.paid} strong /> <small>{t(`provider.${payment.provider}`, payment.provider)}</small></dd>
          </div>
        ))}
      </dl>
      <h4>{t('order.parcels')}</h4>
      <Parcels order={order} shop={shop} />
    </section>
  );
}

/** Order, buyer, money and what came before: beside the work, never behind a click. */
export function Context({ file }: { file: CaseFile }) {
  const { t } = useTranslation();
  return (
    <aside className="context" aria-label={t('case.context')}>
      <QuestionsCard head={file.case} files={file.evidence} />
      <CaseCards head={file.case} />
      <OrderCard file={file} />
      <Suspense fallback={null}><CaseClaims file={file} /></Suspense>
      <BuyerCard file={file} />
      <Refunds file={file} />
      <Remarks file={file} />
      <OtherCases file={file} />
    </aside>
  );
}
