import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rollBack, type Kept } from '../../api/studio.ts';
import { Findings } from './Findings.tsx';

/** Puts an earlier version up for release. */
export default function RollBackDialog({ file, version, close }: { file: string; version: Kept; close: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [note, setNote] = useState('');
  const send = useMutation({
    mutationFn: () => rollBack(file, version.hash, note.trim()),
    onSuccess: ({ id }) => {
      void client.invalidateQueries({ queryKey: ['studio'] });
      void navigate({ to: '/studio/proposals/$id', params: { id: String(id) } });
    },
  });
  return (
    <Modal open title={t('studio.rollBackTo', { number: version.number })} onCancel={close} onOk={() => send.mutate()} okText={t('studio.propose')} cancelText={t('act.cancel')} okButtonProps={{ disabled: !note.trim(), loading: send.isPending }} width={520}>
      <div className="dialog-form">
        <p className="quiet">{t('studio.rollBackText')}</p>
        <label htmlFor="back-note">{t('studio.note')}</label>
        <Input.TextArea id="back-note" rows={3} maxLength={1000} value={note} onChange={(event) => setNote(event.target.value)} />
        <Findings cause={send.error} />
      </div>
    </Modal>
  );
}
