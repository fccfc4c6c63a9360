import { useTranslation } from 'react-i18next';
import type { BuyerMessage, Paid } from '../../api/sandbox.ts';
import { Amount } from '../../ui/Amount.tsx';
import { Moment } from '../../ui/Moment.tsx';
import { MoneyActs } from './MoneyActs.tsx';

/** What the provider really paid: one line a movement of money. */
export function MoneyLog({ money, shop, changed }: { money: Paid[]; shop: string; changed: () => void }) {
  const { t } = useTranslation();
  return (
    <section className="card" aria-label={t('sandbox.money')} data-tour="money">
      <h2>{t('sandbox.money')} <span className="count">{money.length}</span> <MoneyActs changed={changed} /></h2>
      {money.length ? (
        <ul className="plain world-list" tabIndex={0}>
          {money.map((paid) => (
            <li key={paid.id}>
              <Amount of={{ minor: paid.amount, currency: paid.currency }} strong /> <span className="number">{paid.refundNo}</span>
              <small><Moment at={paid.at} shop={shop} /> · {t('sandbox.backTo', { payment: paid.paymentNo })}</small>
            </li>
          ))}
        </ul>
      ) : <p className="quiet">{t('sandbox.noMoney')}</p>}
    </section>
  );
}

/** What buyers read in the marketplace's chat. */
export function Messages({ messages, shop }: { messages: BuyerMessage[]; shop: string }) {
  const { t } = useTranslation();
  return (
    <section className="card" aria-label={t('sandbox.messages')}>
      <h2>{t('sandbox.messages')} <span className="count">{messages.length}</span></h2>
      {messages.length ? (
        <ul className="plain world-list" tabIndex={0}>
          {messages.map((message) => (
            <li key={message.at + message.orderId + message.subject + message.text} className="chat">
              <p className="bubble">{message.subject && <b>{message.subject}</b>} {message.text}</p>
              <small><span className="number">{message.orderId}</span> · <Moment at={message.at} shop={shop} /></small>
            </li>
          ))}
        </ul>
      ) : <p className="quiet">{t('sandbox.noMessages')}</p>}
    </section>
  );
}
