import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sayVerdict, type Dispute } from '../../api/disputes.ts';
import { FaultNote } from '../../ui/FaultNote.tsx';
import { minorOf } from '../../ui/money.ts';

/** A verdict told in the seller's centre or by letter. */
export default function VerdictDialog({ dispute, close }: { dispute: Dispute; close: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { currency } = dispute.money.amount;
  const [verdict, setVerdict] = useState('WON');
  const [amount, setAmount] = useState('');
  const [words, setWords] = useState('');
  const minor = verdict === 'PART' ? minorOf(amount, currency) : null;
  const send = useMutation({
    mutationFn: () => sayVerdict(dispute.caseNumber, { verdict, words: words.trim(), ...(minor === null ? {} : { bears: { minor, currency } }) }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['case', dispute.caseNumber] });
      close();
    },
  });
  return (
    <Modal open title={t('dispute.tell')} onCancel={close} onOk={() => send.mutate()} okText={t('dispute.keep')} cancelText={t('act.cancel')} okButtonProps={{ loading: send.isPending, disabled: !words.trim() || (verdict === 'PART' && minor === null) }} width={480}>
      <div className="dialog-form">
        <label htmlFor="dispute-verdict">{t('dispute.verdict')}</label>
        <Select id="dispute-verdict" value={verdict} options={['WON', 'LOST', 'PART'].map((value) => ({ value, label: t(`dispute.verdictWord.${value}`) }))} onChange={setVerdict} />
        {verdict === 'PART' && <><label htmlFor="dispute-bears">{t('dispute.bears', { currency })}</label><Input id="dispute-bears" inputMode="decimal" value={amount} onChange={(event) => setAmount(event.target.value)} /></>}
        <label htmlFor="dispute-reason">{t('dispute.why')}</label>
        <Input.TextArea id="dispute-reason" maxLength={1000} autoSize={{ minRows: 2, maxRows: 6 }} value={words} onChange={(event) => setWords(event.target.value)} />
        <FaultNote cause={send.error} />
      </div>
    </Modal>
  );
}
