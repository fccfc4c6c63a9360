import { useTranslation } from 'react-i18next';
import type { Claim, ClaimFolder } from '../../api/claims.ts';
import { Amount } from '../../ui/Amount.tsx';
import { Moment } from '../../ui/Moment.tsx';

const rows = ['loss', 'value', 'declared', 'freight', 'claimed', 'agreed', 'received', 'writtenOff'] as const;

/** What was lost, claimed, agreed and received; what is owed and what is too much stand apart. */
export function MoneySheet({ claim }: { claim: Claim }) {
  const { t } = useTranslation();
  const { money } = claim;
  const rest = money.agreed.minor - money.received.minor - money.writtenOff.minor;
  const of = (minor: number) => ({ minor, currency: money.loss.currency });
  return (
    <section className="card claim-money" aria-label={t('claims.money')}>
      <h3>{t('claims.money')}</h3>
      <dl className="facts">
        {rows.filter((row) => money[row]).map((row) => <div key={row} className="fact"><dt>{t(`claims.amount.${row}`)}</dt><dd><Amount of={money[row]} strong={row === 'received' || row === 'claimed'} /></dd></div>)}
        {rest > 0 && <div className="fact claim-owed"><dt>{t('claims.amount.outstanding')}</dt><dd><Amount of={of(rest)} strong /></dd></div>}
        {rest < 0 && <div className="fact claim-owed"><dt>{t('claims.amount.surplus')}</dt><dd><Amount of={of(-rest)} strong /></dd></div>}
      </dl>
    </section>
  );
}

/** The lines of the money book. */
export function Book({ folder }: { folder: ClaimFolder }) {
  const { t } = useTranslation();
  if (!folder.book.length) return null;
  return (
    <section className="card" aria-label={t('claims.book')}>
      <h3>{t('claims.book')}</h3>
      <table className="claim-book">
        <tbody>
          {folder.book.map((line) => (
            <tr key={line.txn + line.account}>
              <td><Moment at={line.at} shop={folder.claim.shop} /></td><td>{t(`claims.entry.${line.kind}`, line.kind)}</td><td>{t(`claims.account.${line.account.split('/')[0]}`, line.account)}</td><td className="right"><Amount of={line.amount} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
