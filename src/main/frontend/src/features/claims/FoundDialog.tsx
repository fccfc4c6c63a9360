import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sayFound, type Claim } from '../../api/claims.ts';
import { useNotice } from '../../app/notices.tsx';
import { FaultNote } from '../../ui/FaultNote.tsx';

/** Somebody heard where the parcel is that was claimed as lost. */
export default function FoundDialog({ claim, close }: { claim: Claim; close: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const notice = useNotice();
  const [words, setWords] = useState('');
  const send = useMutation({
    mutationFn: () => sayFound(claim.claimNo, words.trim()),
    onSuccess: () => {
      void notice.success(t('claims.found.done'));
      void client.invalidateQueries({ queryKey: ['claims'] });
      void client.invalidateQueries({ queryKey: ['case', claim.caseNumber] });
      close();
    },
  });
  return (
    <Modal open title={t('claims.found.title')} onCancel={close} onOk={() => send.mutate()} okText={t('claims.found.send')} cancelText={t('act.cancel')} okButtonProps={{ loading: send.isPending, disabled: words.trim() === '' }} width={480}>
      <div className="dialog-form">
        <p className="quiet">{t(claim.times.filedAt ? 'claims.found.filed' : 'claims.found.unfiled')}</p>
        <label htmlFor="found-words">{t('claims.found.words')}</label>
        <Input.TextArea id="found-words" maxLength={500} autoSize={{ minRows: 2, maxRows: 6 }} value={words} onChange={(event) => setWords(event.target.value)} />
        <FaultNote cause={send.error} />
      </div>
    </Modal>
  );
}
