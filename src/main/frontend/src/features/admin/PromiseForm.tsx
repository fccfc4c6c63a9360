import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saveShipPromise, type PromiseTerms, type Rate } from '../../api/care.ts';
import { useNotice } from '../../app/notices.tsx';
import { FaultNote } from '../../ui/FaultNote.tsx';
import { fractionDigits } from '../../ui/money.ts';

const ruleSets = ['TAOBAO', 'TAOBAO_2015', 'TMALL', 'INTERNAL', 'NONE'] as const;
const payers = ['SHOP', 'PLATFORM'] as const;
type Numbered = { id: string; label: string; value: number | null; scale?: number; optional?: boolean; change: (value: number | null) => void };

function NumberField({ id, label, value, scale = 1, optional, change }: Numbered) {
  const { t } = useTranslation();
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <input id={id} type="number" min={0} step={1 / scale} value={value === null ? '' : value / scale} required={!optional} placeholder={optional ? t('promise.table') : undefined}
        onChange={(event) => change(event.target.value === '' && optional ? null : Math.round(Number(event.target.value) * scale))} />
    </div>
  );
}

function RateFields({ name, rate, scale, currency, change }: { name: 'late' | 'shortage'; rate: Rate; scale: number; currency: string; change: (rate: Rate) => void }) {
  const { t } = useTranslation();
  return (
    <fieldset className="limit-fields">
      <legend>{t(`promise.${name}`)}</legend>
      <NumberField id={`${name}-percent`} label={t('promise.percent')} value={rate.percent} optional change={(percent) => change({ ...rate, percent })} />
      <NumberField id={`${name}-least`} label={`${t('promise.least')} ${currency}`} value={rate.least} scale={scale} optional change={(least) => change({ ...rate, least })} />
      <NumberField id={`${name}-most`} label={`${t('promise.most')} ${currency}`} value={rate.most} scale={scale} optional change={(most) => change({ ...rate, most })} />
    </fieldset>
  );
}

function Choice({ id, label, value, options, say, change }: { id: string; label: string; value: string; options: readonly string[]; say: (option: string) => string; change: (value: string) => void }) {
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => change(event.target.value)}>{options.map((option) => <option key={option} value={option}>{say(option)}</option>)}</select>
    </div>
  );
}

/** What the shop promises from a moment on. */
export function PromiseForm({ shop, currency, terms, mayWrite }: { shop: string; currency: string; terms: PromiseTerms; mayWrite: boolean }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const notice = useNotice();
  const [wish, setWish] = useState<PromiseTerms>({ ...terms, validFrom: null });
  const [from, setFrom] = useState('');
  const put = (part: Partial<PromiseTerms>) => setWish((now) => ({ ...now, ...part }));
  const save = useMutation({
    mutationFn: () => saveShipPromise(shop, { ...wish, validFrom: from === '' ? null : new Date(from).toISOString() }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['ship-promise', shop] });
      void notice.success(t('promise.saved'));
    },
  });
  const scale = 10 ** fractionDigits(currency);
  return (
    <form onSubmit={(event) => { event.preventDefault(); save.mutate(); }}>
      <fieldset className="limit-fields" disabled={!mayWrite}>
        <Choice id="promise-rules" label={t('promise.ruleSet')} value={wish.ruleSet} options={ruleSets} say={(option) => t(`promise.rules.${option}`)} change={(ruleSet) => put({ ruleSet })} />
        <Choice id="promise-payer" label={t('promise.payer')} value={wish.payer} options={payers} say={(option) => t(`promise.pays.${option}`)} change={(payer) => put({ payer: payer as PromiseTerms['payer'] })} />
        <NumberField id="promise-hours" label={t('promise.promiseHours')} value={wish.promiseHours} change={(hours) => put({ promiseHours: hours ?? 0 })} />
        <NumberField id="promise-warn" label={t('promise.warnHours')} value={wish.warnHours} change={(hours) => put({ warnHours: hours ?? 0 })} />
        <NumberField id="promise-auto" label={`${t('promise.autoMost')} ${currency}`} value={wish.autoMost} scale={scale} change={(most) => put({ autoMost: most ?? 0 })} />
        <div><label htmlFor="promise-cod">{t('promise.confirmCod')}</label><input id="promise-cod" type="checkbox" checked={wish.confirmCod} onChange={(event) => put({ confirmCod: event.target.checked })} /></div>
        <RateFields name="late" rate={wish.late} scale={scale} currency={currency} change={(late) => put({ late })} />
        <RateFields name="shortage" rate={wish.shortage} scale={scale} currency={currency} change={(shortage) => put({ shortage })} />
        <div><label htmlFor="promise-from">{t('promise.validFrom')}</label><input id="promise-from" type="datetime-local" value={from} onChange={(event) => setFrom(event.target.value)} /><small className="quiet">{t('promise.atOnce')}</small></div>
      </fieldset>
      <FaultNote cause={save.error} />
      {mayWrite ? <div className="card-acts"><Button type="primary" htmlType="submit" loading={save.isPending}>{t('promise.save')}</Button></div> : <small className="quiet">{t('promise.readOnly')}</small>}
    </form>
  );
}
