import { InfoCircleFilled } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Arrival } from '../../api/goods.ts';
import { Moment } from '../../ui/Moment.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { goodsTone } from '../cases/words.ts';

/** A parcel that is known and has nothing to be done at the door: why, and where its case is. */
export function KnownParcel({ arrival, waybill }: { arrival: Arrival; waybill: string }) {
  const { t } = useTranslation();
  return (
    <div className="parcel-answer parcel-known" role="status">
      <InfoCircleFilled />
      <div>
        <h2>{t('receiving.nothing')}</h2>
        <p><b className="number">{waybill}</b> <Tag tone={goodsTone[arrival.state]}>{t(`goodsState.${arrival.state}`, arrival.state)}</Tag> <Moment at={arrival.receivedAt} shop={arrival.shop} /></p>
        <p><Link to="/cases/$number" params={{ number: arrival.caseNumber }} className="number">{arrival.caseNumber}</Link></p>
      </div>
    </div>
  );
}
