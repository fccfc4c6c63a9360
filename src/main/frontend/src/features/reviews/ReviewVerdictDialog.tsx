import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sayReviewVerdict } from '../../api/reviews.ts';
import { FaultNote } from '../../ui/FaultNote.tsx';

/** What the platform decided about our complaint. */
export default function ReviewVerdictDialog({ number, close }: { number: string; close: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [verdict, setVerdict] = useState('UPHELD');
  const [words, setWords] = useState('');
  const send = useMutation({
    mutationFn: () => sayReviewVerdict(number, verdict, words.trim()),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['case', number] });
      close();
    },
  });
  return (
    <Modal open title={t('review.tell')} onCancel={close} onOk={() => send.mutate()} okText={t('review.keep')} cancelText={t('act.cancel')} okButtonProps={{ loading: send.isPending, disabled: !words.trim() }} width={480}>
      <div className="dialog-form">
        <label htmlFor="review-verdict">{t('review.decided')}</label>
        <Select id="review-verdict" value={verdict} options={['UPHELD', 'REJECTED'].map((value) => ({ value, label: t(`review.verdict.${value}`) }))} onChange={setVerdict} />
        <label htmlFor="review-reason">{t('review.reason')}</label>
        <Input.TextArea id="review-reason" maxLength={1000} autoSize={{ minRows: 2, maxRows: 6 }} value={words} onChange={(event) => setWords(event.target.value)} />
        <FaultNote cause={send.error} />
      </div>
    </Modal>
  );
}
