import { DownOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Dropdown, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callLimits, disputeReasons, limitedProviders, playProvider, readProviders, tellings, type PlayedDispute, type PlayedPayment, type PlayedRefund } from '../../api/providers.ts';
import { Amount } from '../../ui/Amount.tsx';
import { Tag, type Tone } from '../../ui/Tag.tsx';
import { useAct } from './useAct.ts';

type Act = (what: Parameters<typeof playProvider>[0], body: object) => void;
const tones: Record<string, Tone> = { SUCCESS: 'green', CLOSED: 'plain', ABNORMAL: 'red', won: 'green', lost: 'red', under_review: 'blue' };

function RefundLine({ refund, act }: { refund: PlayedRefund; act: Act }) {
  const { t } = useTranslation();
  const items = [
    ...tellings.filter((how) => how !== 'OUT_OF_ORDER' || refund.provider !== 'alipay').map((how) => ({ key: how, label: t(`sandbox.providers.how.${how}`), onClick: () => act('tell', { refundNo: refund.refundNo, how }) })),
    ...(refund.provider === 'stripe' && refund.status === 'SUCCESS' ? [{ key: 'return', label: t('sandbox.providers.return'), onClick: () => act('return', { refundNo: refund.refundNo }) }] : []),
  ];
  return (
    <li>
      <Tag tone="plain">{t(`sandbox.providers.name.${refund.provider}`)}</Tag> <Amount of={{ minor: refund.amount, currency: refund.currency }} /> <Tag tone={tones[refund.status] ?? 'amber'}>{t(`sandbox.providers.status.${refund.status}`, refund.status)}</Tag>
      <Dropdown menu={{ items, className: 'world-menu' }} trigger={['click']} placement="bottomRight">
        <Button size="small" type="text" aria-label={t('sandbox.providers.tellOf', { number: refund.refundNo })}>{t('sandbox.providers.tell')} <DownOutlined /></Button>
      </Dropdown>
      <br /><small className="number">{refund.refundNo}</small>
    </li>
  );
}

function PaymentLine({ payment, act }: { payment: PlayedPayment; act: Act }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState<string>(disputeReasons[0]);
  return (
    <li>
      <span className="number">{payment.payment}</span> <Amount of={{ minor: payment.amount, currency: payment.currency }} />
      <span className="carrier-acts">
        <Select size="small" aria-label={t('sandbox.providers.reasonOf', { payment: payment.payment })} value={reason} onChange={setReason} popupMatchSelectWidth={false} options={disputeReasons.map((value) => ({ value, label: t(`sandbox.providers.reason.${value}`) }))} />
        <Button size="small" onClick={() => act('dispute', { payment: payment.payment, reason })}>{t('sandbox.providers.dispute')}</Button>
        <Button size="small" type="text" onClick={() => act('dispute', { payment: payment.payment, reason, inquiry: true })}>{t('sandbox.providers.inquiry')}</Button>
      </span>
    </li>
  );
}

function DisputeLine({ dispute, act }: { dispute: PlayedDispute; act: Act }) {
  const { t } = useTranslation();
  const over = ['won', 'lost', 'warning_closed'].includes(dispute.status);
  return (
    <li>
      <span className="number">{dispute.payment}</span> <Amount of={{ minor: dispute.amount, currency: dispute.currency }} /> <Tag tone={tones[dispute.status] ?? 'amber'}>{t(`sandbox.providers.standing.${dispute.status}`, dispute.status)}</Tag>{' '}
      <small>{t(`sandbox.providers.reason.${dispute.reason}`, dispute.reason)}</small>
      {!over && <span className="carrier-acts">{[true, false].map((won) => <Button key={String(won)} size="small" type="text" onClick={() => act('decide', { id: dispute.id, won })}>{t(won ? 'sandbox.providers.sellerWins' : 'sandbox.providers.buyerWins')}</Button>)}</span>}
    </li>
  );
}

/** The payment providers' side: how they tell of refunds, what banks take back and decide, how many calls they take. */
export function ProviderCard() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const scene = useQuery({ queryKey: ['world', 'providers'], queryFn: readProviders, refetchInterval: 5000 });
  const run = useAct(() => void client.invalidateQueries({ queryKey: ['world'] }));
  const act: Act = (what, body) => run.mutate({ run: () => playProvider(what, body), words: t('sandbox.providers.done') });
  if (!scene.data) return null;
  const { refunds, payments, disputes, limits } = scene.data;
  return (
    <section className="card" aria-label={t('sandbox.providers.title')} data-tour="providers">
      <h2>{t('sandbox.providers.title')} <span className="count">{refunds.length}</span></h2>
      {refunds.length > 0 ? <ul className="plain world-list" tabIndex={0}>{refunds.map((refund) => <RefundLine key={refund.refundNo + refund.at} refund={refund} act={act} />)}</ul> : <p className="quiet">{t('sandbox.providers.noRefunds')}</p>}
      <h3>{t('sandbox.providers.payments')} <span className="count">{payments.length}</span></h3>
      {payments.length > 0 ? <ul className="plain world-list" tabIndex={0}>{payments.map((payment) => <PaymentLine key={payment.payment} payment={payment} act={act} />)}</ul> : <p className="quiet">{t('sandbox.providers.noPayments')}</p>}
      {disputes.length > 0 && <><h3>{t('sandbox.providers.disputes')} <span className="count">{disputes.length}</span></h3><ul className="plain world-list" tabIndex={0}>{disputes.map((dispute) => <DisputeLine key={dispute.id} dispute={dispute} act={act} />)}</ul></>}
      <h3>{t('sandbox.providers.limits')}</h3>
      <div className="carrier-acts">{limitedProviders.map((provider) => (
        <label key={provider}>{t(`sandbox.providers.name.${provider}`)} <Select size="small" value={limits[provider] ?? 0} popupMatchSelectWidth={false} onChange={(perSecond) => act('limit', { provider, perSecond })} options={callLimits.map((value) => ({ value, label: value === 0 ? t('sandbox.providers.noLimit') : t('sandbox.providers.perSecond', { number: value }) }))} /></label>
      ))}</div>
    </section>
  );
}
