import { useMutation } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { typeAnswer, verdicts, type CarrierRequest, type Verdict } from '../../api/carriers.ts';
import { useNotice } from '../../app/notices.tsx';
import { FaultNote } from '../../ui/FaultNote.tsx';

const minorOf = (written: string) => (/^\d{1,9}(\.\d{1,2})?$/.test(written.trim()) ? Math.round(Number(written) * 100) : null);

/** What a carrier said by phone, mail or in its portal, typed in by whoever read it. */
export function AnswerForm({ request, done }: { request: CarrierRequest; done: () => void }) {
  const { t } = useTranslation();
  const notice = useNotice();
  const [verdict, setVerdict] = useState<Verdict>('AGREED');
  const [amount, setAmount] = useState(request.amount ? (request.amount.minor / 100).toFixed(2) : '');
  const [reference, setReference] = useState(request.reference ?? '');
  const [words, setWords] = useState(request.unread ?? '');
  const pays = request.amount !== null && (verdict === 'AGREED' || verdict === 'PART');
  const minor = minorOf(amount);
  const send = useMutation({
    mutationFn: () => typeAnswer(request.number, { verdict, reference, words, amount: pays && minor !== null ? { minor, currency: request.amount!.currency } : null }),
    onSuccess: () => {
      void notice.success(t('carriers.kept'));
      done();
    },
  });
  return (
    <form className="carrier-form" aria-label={t('carriers.answer')} onSubmit={(event) => { event.preventDefault(); send.mutate(); }}>
      <h3 className="wide">{t('carriers.answer')}</h3>
      <label htmlFor="verdict">{t('carriers.said')}<Select<Verdict> id="verdict" value={verdict} onChange={setVerdict} options={verdicts.map((value) => ({ value, label: t(`carriers.verdict.${value}`) }))} /></label>
      {pays && <label>{t('carriers.amount', { currency: request.amount!.currency })}<Input value={amount} inputMode="decimal" status={minor === null ? 'error' : ''} onChange={(event) => setAmount(event.target.value)} /></label>}
      <label>{t('carriers.reference')}<Input value={reference} maxLength={100} onChange={(event) => setReference(event.target.value)} /></label>
      <label className="wide">{t('carriers.words')}<Input.TextArea rows={2} maxLength={2000} value={words} onChange={(event) => setWords(event.target.value)} /></label>
      <div className="wide"><FaultNote cause={send.error} /></div>
      <Button type="primary" htmlType="submit" disabled={pays && minor === null} loading={send.isPending}>{t('carriers.keep')}</Button>
    </form>
  );
}
