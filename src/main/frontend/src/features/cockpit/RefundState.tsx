import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { RefundFacts } from '../../api/cockpit.ts';
import { Amount } from '../../ui/Amount.tsx';
import { said } from '../../ui/bilingual.ts';
import { Moment } from '../../ui/Moment.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { refundTone } from '../cases/words.ts';

/** An account of the ledger by what it holds: `holder/provider`, as in `provider/alipay`. */
const accountWords = (t: TFunction, account: string) => {
  const [holder = '', provider] = account.split('/');
  const name = t(`cockpit.account.${holder}`, holder);
  return provider ? `${name} ${t(`provider.${provider}`, provider)}` : name;
};

/** Everything known of a refund's number, and what trying again would do. */
export function RefundState({ facts, shop }: { facts: RefundFacts; shop: string }) {
  const { t, i18n } = useTranslation();
  return (
    <section className="refund-facts" aria-label={t('cockpit.refundNo', { number: facts.refundNo })}>
      <p><span className="number">{facts.refundNo}</span> <Tag tone={refundTone[facts.state] ?? 'amber'}>{t(`cockpit.keyState.${facts.state}`, facts.state)}</Tag> <Amount of={facts.amount} strong /> <span className="quiet">{t(`provider.${facts.provider}`, facts.provider)}</span></p>
      <dl>
        <dt>{t('cockpit.covered')}</dt>
        <dd>{t('cockpit.captured')} <Amount of={facts.payment.captured} /> · {t('cockpit.reserved')} <Amount of={facts.payment.reserved} /> · {t('cockpit.refunded')} <Amount of={facts.payment.refunded} /></dd>
        <dt>{t('cockpit.sends')}</dt>
        <dd>{facts.sends} {facts.lastSent && <Moment at={facts.lastSent} shop={shop} />} {facts.providerRefundId && <span className="number">{facts.providerRefundId}</span>}</dd>
        <dt>{t('cockpit.words')}</dt>
        <dd>{facts.words.length ? facts.words.map((word) => <span key={word.at + word.step} className="word"><Moment at={word.at} shop={shop} /> {t(`cockpit.heardBy.${word.step}`, word.step)} → {t(`cockpit.heard.${word.outcome}`, word.outcome)} {word.code && <code>{word.code}</code>} {word.httpStatus && <code>{word.httpStatus}</code>}</span>) : t('cockpit.noWords')}</dd>
        <dt>{t('cockpit.ledger')}</dt>
        <dd>{facts.ledger.length ? facts.ledger.map((line) => <span key={line.account + line.kind} className="word">{accountWords(t, line.account)} <Amount of={line.amount} /> <Moment at={line.at} shop={shop} /></span>) : t('cockpit.noLedger')}</dd>
      </dl>
      <p className="refund-next"><b>{t('cockpit.willDo')}</b> {said(i18n.language, facts.retryZh, facts.retryEn)}</p>
    </section>
  );
}
