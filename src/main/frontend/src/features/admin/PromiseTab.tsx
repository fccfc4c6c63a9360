import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { shipPromise, type PromiseTerms } from '../../api/care.ts';
import { useMe } from '../../app/session.tsx';
import { withWords } from '../../i18n/screens.tsx';
import { Empty, Failed, Loading } from '../../ui/states.tsx';
import { PromiseForm } from './PromiseForm.tsx';
import { ShopChoice, useChosenShop } from './ShopChoice.tsx';
import { holds } from './tabs.ts';

function Dated({ terms }: { terms: PromiseTerms }) {
  const { t, i18n } = useTranslation();
  return (
    <tr>
      <td>{terms.validFrom && new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(terms.validFrom))}</td>
      <td>{t(`promise.rules.${terms.ruleSet}`)}</td><td>{terms.promiseHours}</td><td>{terms.warnHours}</td><td>{t(`promise.pays.${terms.payer}`)}</td>
    </tr>
  );
}

/** What a shop promises about shipping and pays when it breaks it: now, before and from a day on. */
function PromiseTab() {
  const { t } = useTranslation();
  const me = useMe();
  const shop = useChosenShop();
  const found = useQuery({ queryKey: ['ship-promise', shop?.id], queryFn: () => shipPromise(shop!.id), enabled: shop !== undefined });
  if (!shop) return <ShopChoice />;
  return (
    <>
      <div className="admin-bar"><ShopChoice /></div>
      {found.isPending ? <Loading /> : found.isError ? <Failed cause={found.error} again={() => void found.refetch()} /> : (
        <div className="cards">
          <section className="card" aria-label={t('promise.title')}>
            <h3>{t('promise.title')}</h3>
            <p className="quiet">{found.data.all.length === 0 ? t('promise.unwatched') : t('promise.watched')}</p>
            <PromiseForm key={`${shop.id}${JSON.stringify(found.data.now)}`} shop={shop.id} currency={shop.currency} terms={found.data.now} mayWrite={holds(me, 'MANAGER', 'OWNER', 'DIRECTOR')} />
          </section>
          <section className="card" aria-label={t('promise.history')}>
            <h3>{t('promise.history')}</h3>
            {found.data.all.length === 0 ? <Empty title={t('promise.none')} /> : (
              <table className="table">
                <thead><tr>{['validFrom', 'ruleSet', 'promiseHours', 'warnHours', 'payer'].map((name) => <th key={name} scope="col">{t(`promise.${name}`)}</th>)}</tr></thead>
                <tbody>{found.data.all.map((terms) => <Dated key={terms.validFrom} terms={terms} />)}</tbody>
              </table>
            )}
          </section>
        </div>
      )}
    </>
  );
}

export default withWords('promise', PromiseTab);
