import { Button, Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askReasons, askTypes, reasonKeys, tellings, type AskReason } from '../../api/markets.ts';
import { isMoney, type MarketAct } from './markets.ts';
import { RateForm } from './RateForm.tsx';

type Offer = { label: string; value: string; values: readonly string[]; words: (value: string) => string; choose: (value: string) => void };

function Choice({ label, value, values, words, choose }: Offer) {
  return <Select size="small" aria-label={label} value={value} onChange={choose} popupMatchSelectWidth={false} options={values.map((each) => ({ value: each, label: words(each) }))} />;
}

/** A buyer buys, asks for money or goods, writes a review; each of it told in one of the ways words are told. */
export function TaobaoForms({ act }: { act: MarketAct }) {
  const { t } = useTranslation();
  const [fee, setFee] = useState('99.00');
  const [sent, setSent] = useState(true);
  const [trade, setTrade] = useState('');
  const [type, setType] = useState<string>(askTypes[0]);
  const [reason, setReason] = useState<AskReason>('QUALITY');
  const [how, setHow] = useState('once');
  const [noRefusal, setNoRefusal] = useState(false);
  const [onWeb, setOnWeb] = useState(false);
  const known = /^\d{4,20}$/.test(trade.trim());
  const sell = () => act.run('trades', { shop: act.shop, fee: fee.trim(), sent }, (answer) => setTrade((answer as { tid: string }).tid));
  const ask = () => act.run('refunds', { shop: act.shop, tid: trade.trim(), fee: fee.trim(), type, reason: askReasons[reason], orderStatus: sent ? 'WAIT_BUYER_CONFIRM_GOODS' : 'WAIT_SELLER_SEND_GOODS', cannotRefuse: noRefusal, onWeb, how });
  return (
    <>
      <form className="carrier-acts" aria-label={t('sandbox.markets.sell')} onSubmit={(event) => { event.preventDefault(); sell(); }}>
        <Input size="small" className="market-short" inputMode="decimal" aria-label={t('sandbox.markets.fee')} prefix="¥" value={fee} status={isMoney(fee) ? '' : 'error'} onChange={(event) => setFee(event.target.value)} />
        <Checkbox checked={sent} onChange={(event) => setSent(event.target.checked)}>{t('sandbox.markets.sent')}</Checkbox>
        <Button size="small" type="primary" htmlType="submit" disabled={!isMoney(fee) || act.busy}>{t('sandbox.markets.sell')}</Button>
        <Button size="small" type="text" disabled={act.busy} onClick={() => act.run('play', { shop: act.shop, seed: Date.now() % 100, many: 10, sold: true })}>{t('sandbox.markets.play')}</Button>
      </form>
      <form className="carrier-acts" aria-label={t('sandbox.markets.ask')} onSubmit={(event) => { event.preventDefault(); ask(); }}>
        <Input size="small" className="market-trade" aria-label={t('sandbox.markets.trade')} placeholder={t('sandbox.markets.trade')} value={trade} onChange={(event) => setTrade(event.target.value)} />
        <Choice label={t('sandbox.markets.asks')} value={type} values={askTypes} words={(each) => t(`sandbox.markets.type.${each}`)} choose={setType} />
        <Choice label={t('sandbox.markets.why')} value={reason} values={reasonKeys} words={(each) => t(`reason.${each}`)} choose={(each) => setReason(each as AskReason)} />
        <Choice label={t('sandbox.markets.told')} value={how} values={tellings.taobao} words={(each) => t(`sandbox.markets.how.${each}`)} choose={setHow} />
        <Checkbox checked={noRefusal} onChange={(event) => setNoRefusal(event.target.checked)}>{t('sandbox.markets.noRefusal')}</Checkbox>
        <Checkbox checked={onWeb} onChange={(event) => setOnWeb(event.target.checked)}>{t('sandbox.markets.onWeb')}</Checkbox>
        <Button size="small" type="primary" htmlType="submit" disabled={!known || !isMoney(fee) || act.busy}>{t('sandbox.markets.ask')}</Button>
      </form>
      <RateForm trade={known ? trade.trim() : null} how={how} act={act} />
    </>
  );
}
