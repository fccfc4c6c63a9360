import { CheckCircleFilled, WarningFilled } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listBalances, type Balance } from '../../api/payments.ts';
import { useShop } from '../../app/session.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { Failed, Loading } from '../../ui/states.tsx';
import { Moment } from '../../ui/Moment.tsx';

function One({ balance }: { balance: Balance }) {
  const { t } = useTranslation();
  const shop = useShop(balance.shop);
  const [account = '', provider = ''] = balance.account.split('/');
  return (
    <li>
      <WarningFilled /> <b>{t(`account.${account}`, account)}</b> {provider && t(`provider.${provider}`, provider)} · {shop.name} <Amount of={balance.balance} strong />
      <small>{t('recon.items', { count: balance.items })} · {t('recon.since')} <Moment at={balance.since} shop={balance.shop} />{balance.owner && ` · ${t(`team.${balance.owner.team}`, balance.owner.team)}`}</small>
    </li>
  );
}

/** Accounts that have to come back to zero. */
export function Balances() {
  const { t } = useTranslation();
  const balances = useQuery({ queryKey: ['reconciliation', 'balances'], queryFn: listBalances });
  if (balances.isPending) return <Loading />;
  if (balances.isError) return <Failed cause={balances.error} again={() => void balances.refetch()} />;
  if (!balances.data.length) return <p className="recon-zero"><CheckCircleFilled /> {t('recon.allZero')}</p>;
  return (
    <section className="card" aria-label={t('recon.balances')}>
      <h2>{t('recon.balances')}</h2>
      <ul className="plain recon-balances">{balances.data.map((balance) => <One key={balance.shop + balance.account} balance={balance} />)}</ul>
    </section>
  );
}
