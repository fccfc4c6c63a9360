import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerQuote, failedAgain } from '../../api/repairs.ts';
import { FaultNote } from '../../ui/FaultNote.tsx';

export type Told = 'accepted' | 'refused' | 'failed';

/** Writes down what the buyer said on the phone. */
export function ToldDialog({ number, told, close }: { number: string; told: Told; close: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [note, setNote] = useState('');
  const record = useMutation({
    mutationFn: () => (told === 'failed' ? failedAgain(number, note) : answerQuote(number, told === 'accepted', note)),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['case', number] });
      close();
    },
  });
  return (
    <Modal open title={t(`workshop.told.${told}`)} okText={t('workshop.told.record')} cancelText={t('workshop.told.cancel')} onCancel={close} onOk={() => record.mutate()} okButtonProps={{ disabled: !note.trim(), loading: record.isPending }}>
      <label htmlFor="workshop-told">{t('workshop.told.note')}</label>
      <Input.TextArea id="workshop-told" rows={3} maxLength={1000} value={note} onChange={(event) => setNote(event.target.value)} autoFocus />
      <FaultNote cause={record.error} />
    </Modal>
  );
}
