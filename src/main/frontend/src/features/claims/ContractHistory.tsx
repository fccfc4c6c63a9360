import { useQuery } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { termsHistory, type Terms } from '../../api/claims.ts';
import { Moment } from '../../ui/Moment.tsx';
import { Failed, Loading } from '../../ui/states.tsx';

/** Every revision of a carrier's terms, who wrote it and when. */
export default function ContractHistory({ shop, of, close }: { shop: string; of: Terms; close: () => void }) {
  const { t } = useTranslation();
  const told = useQuery({ queryKey: ['claims', 'terms', shop, of.carrier, of.region], queryFn: () => termsHistory(shop, of.carrier, of.region) });
  const name = t(`carrier.${of.carrier}`, of.carrier);
  return (
    <Modal open title={t('claims.terms.history', { name })} onCancel={close} footer={null} width={640}>
      {told.isPending ? <Loading /> : told.isError ? <Failed cause={told.error} again={() => void told.refetch()} /> : (
        <ol className="plain claims-history">
          {told.data.map((terms) => (
            <li key={terms.id}>
              <b className="number">{terms.validFrom}</b> {terms.ended ? t('claims.terms.endedHere') : t(`claims.clause.${terms.clause}`)} {terms.multiple !== null && t('claims.terms.times', { count: terms.multiple })}
              {terms.windowHours !== null && ` · ${t(`claims.terms.window.${terms.windowFrom}`, { hours: terms.windowHours })}`} <small>{terms.note}</small>
              <small className="quiet"> {terms.by} <Moment at={terms.at} shop={shop} /></small>
            </li>
          ))}
        </ol>
      )}
    </Modal>
  );
}
