import { WarningFilled } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { recordUnknown } from '../../api/goods.ts';
import { useNotice } from '../../app/notices.tsx';
import { FaultNote } from '../../ui/FaultNote.tsx';
import { unknownKey } from './words.ts';

/** Nobody announced this parcel: it is kept on record, so that it finds its case later. */
export function UnknownParcel({ waybill, recorded }: { waybill: string; recorded: () => void }) {
  const { t } = useTranslation();
  const notice = useNotice();
  const client = useQueryClient();
  const [note, setNote] = useState('');
  const record = useMutation({
    mutationFn: () => recordUnknown(waybill, note.trim()),
    onSuccess: () => {
      void notice.success(t('receiving.recorded', { code: waybill }));
      void client.invalidateQueries({ queryKey: unknownKey });
      recorded();
    },
  });
  return (
    <div className="parcel-answer parcel-unknown" role="alert">
      <WarningFilled />
      <div>
        <h2>{t('receiving.unknown')}</h2>
        <p><b className="number">{waybill}</b></p>
        <p>{t('receiving.unknownText')}</p>
        <form onSubmit={(event) => { event.preventDefault(); record.mutate(); }}>
          <Input value={note} maxLength={500} aria-label={t('receiving.note')} placeholder={t('receiving.noteHint')} onChange={(event) => setNote(event.target.value)} />
          <Button htmlType="submit" type="primary" loading={record.isPending}>{t('receiving.record')}</Button>
        </form>
        <FaultNote cause={record.error} />
      </div>
    </div>
  );
}
