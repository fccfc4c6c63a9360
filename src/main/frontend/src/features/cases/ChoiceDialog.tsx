import { useMutation } from '@tanstack/react-query';
import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { recordChoice, type RemedyOption } from '../../api/remedies.ts';
import { useNotice } from '../../app/notices.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { said } from '../../ui/bilingual.ts';
import { FaultNote } from '../../ui/FaultNote.tsx';
import { useRefreshCase } from './caseQueries.ts';

/** The buyer said on the phone which way they take. */
export default function ChoiceDialog({ number, options, close }: { number: string; options: RemedyOption[]; close: () => void }) {
  const { t, i18n } = useTranslation();
  const notice = useNotice();
  const refresh = useRefreshCase();
  const [code, setCode] = useState('');
  const [note, setNote] = useState('');
  const save = useMutation({
    mutationFn: () => recordChoice(number, code, note.trim()),
    onSuccess: () => {
      void notice.success(t('offer.recorded'));
      refresh(number);
      close();
    },
  });
  const ready = code !== '' && note.trim() !== '';
  return (
    <Modal open title={t('offer.record')} onCancel={close} onOk={() => save.mutate()} okText={t('offer.save')} cancelText={t('act.cancel')} okButtonProps={{ disabled: !ready, loading: save.isPending }} width={460}>
      <div className="dialog-form" onKeyDown={(event) => { if ((event.ctrlKey || event.metaKey) && event.key === 'Enter' && ready) { event.preventDefault(); save.mutate(); } }}>
        <div className="choices" role="radiogroup" aria-label={t('offer.which')}>
          {options.map((option) => (
            <label key={option.code} className="choice">
              <input type="radio" name="choice" value={option.code} checked={code === option.code} onChange={() => setCode(option.code)} />
              <span>{said(i18n.language, option.titleZh, option.titleEn)}</span> <Amount of={option.gets} />
            </label>
          ))}
        </div>
        <label htmlFor="choice-note">{t('offer.note')}</label>
        <Input id="choice-note" maxLength={500} value={note} placeholder={t('offer.noteHint')} onChange={(event) => setNote(event.target.value)} />
        <FaultNote cause={save.error} />
      </div>
    </Modal>
  );
}
