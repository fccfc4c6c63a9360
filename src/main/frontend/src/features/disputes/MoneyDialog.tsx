import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { correctMoney, moneyParts, type Dispute, type MoneyPart } from '../../api/disputes.ts';
import { FaultNote } from '../../ui/FaultNote.tsx';
import { fractionDigits, minorOf } from '../../ui/money.ts';

/** What was withheld, came back, was lost or cost a fee, corrected by the provider's statement. */
export default function MoneyDialog({ dispute, close }: { dispute: Dispute; close: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { currency } = dispute.money.amount;
  const typed = (part: MoneyPart) => (dispute.money[part].minor / 10 ** fractionDigits(currency)).toFixed(fractionDigits(currency));
  const [amounts, setAmounts] = useState<Record<MoneyPart, string>>({ withheld: typed('withheld'), returned: typed('returned'), lost: typed('lost'), fee: typed('fee') });
  const [note, setNote] = useState('');
  const minors = moneyParts.map((part) => minorOf(amounts[part], currency));
  const send = useMutation({
    mutationFn: () => correctMoney(dispute.caseNumber, Object.fromEntries(moneyParts.map((part, at) => [part, { minor: minors[at] ?? 0, currency }])) as Record<MoneyPart, { minor: number; currency: string }>, note.trim()),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['case', dispute.caseNumber] });
      close();
    },
  });
  return (
    <Modal open title={t('dispute.correct', { currency })} onCancel={close} onOk={() => send.mutate()} okText={t('dispute.keep')} cancelText={t('act.cancel')} okButtonProps={{ loading: send.isPending, disabled: minors.includes(null) || !note.trim() }} width={480}>
      <div className="dialog-form">
        {moneyParts.map((part, at) => (
          <label key={part}>{t(`dispute.money.${part}`)}<Input inputMode="decimal" value={amounts[part]} status={minors[at] === null ? 'error' : ''} onChange={(event) => setAmounts({ ...amounts, [part]: event.target.value })} /></label>
        ))}
        <label htmlFor="dispute-basis">{t('dispute.basis')}</label>
        <Input.TextArea id="dispute-basis" maxLength={1000} autoSize={{ minRows: 1, maxRows: 4 }} value={note} onChange={(event) => setNote(event.target.value)} />
        <FaultNote cause={send.error} />
      </div>
    </Modal>
  );
}
