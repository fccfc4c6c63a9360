import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sayAnswer, verdicts, type Claim, type Verdict } from '../../api/claims.ts';
import { useNotice } from '../../app/notices.tsx';
import { FaultNote } from '../../ui/FaultNote.tsx';
import { minorOf } from '../../ui/money.ts';

/** What the carrier said by phone, by letter or in its portal. */
export default function AnswerDialog({ claim, close }: { claim: Claim; close: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const notice = useNotice();
  const currency = claim.money.loss.currency;
  const [verdict, setVerdict] = useState<Verdict>('AGREED');
  const [amount, setAmount] = useState('');
  const [reference, setReference] = useState('');
  const [words, setWords] = useState('');
  const money = verdict === 'AGREED' || verdict === 'PART';
  const minor = money && amount.trim() ? minorOf(amount, currency) : null;
  const send = useMutation({
    mutationFn: () => sayAnswer(claim.claimNo, { verdict, reference: reference.trim(), words: words.trim(), ...(minor === null ? {} : { amount: { minor, currency } }) }),
    onSuccess: () => {
      void notice.success(t('claims.answer.done'));
      void client.invalidateQueries({ queryKey: ['claims'] });
      void client.invalidateQueries({ queryKey: ['case', claim.caseNumber] });
      close();
    },
  });
  const ready = verdict !== 'PART' || minor !== null;
  return (
    <Modal open title={t('claims.answer.title')} onCancel={close} onOk={() => send.mutate()} okText={t('claims.answer.send')} cancelText={t('act.cancel')} okButtonProps={{ loading: send.isPending, disabled: !ready || (amount.trim() !== '' && money && minor === null) }} width={480}>
      <div className="dialog-form">
        <label htmlFor="answer-verdict">{t('claims.answer.verdict')}</label>
        <Select id="answer-verdict" value={verdict} options={verdicts.map((value) => ({ value, label: t(`claims.verdict.${value}`) }))} onChange={setVerdict} />
        {money && <>
          <label htmlFor="answer-amount">{t('claims.answer.amount', { currency })}</label>
          <Input id="answer-amount" inputMode="decimal" value={amount} onChange={(event) => setAmount(event.target.value)} />
          {claim.money.agreed.minor > 0 && <p className="quiet">{t('claims.answer.onTop')}</p>}
        </>}
        <label htmlFor="answer-reference">{t('claims.answer.reference')}</label>
        <Input id="answer-reference" maxLength={64} value={reference} onChange={(event) => setReference(event.target.value)} />
        <label htmlFor="answer-words">{t('claims.answer.words')}</label>
        <Input.TextArea id="answer-words" maxLength={1000} autoSize={{ minRows: 2, maxRows: 6 }} value={words} onChange={(event) => setWords(event.target.value)} />
        <FaultNote cause={send.error} />
      </div>
    </Modal>
  );
}
