import { FlagFilled } from '@ant-design/icons';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Checkbox, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addRemark, flagMarket } from '../../api/cases.ts';
import { FaultNote } from '../../ui/FaultNote.tsx';
import { useRefreshCase } from './caseQueries.ts';
import { flags } from './words.ts';

/** A remark with its flag, its reason and the words; staff number and time are the server's. */
export default function RemarkDialog({ number, close }: { number: string; close: () => void }) {
  const { t } = useTranslation();
  const refresh = useRefreshCase();
  const [flag, setFlag] = useState<string>('RED');
  const [reason, setReason] = useState('');
  const [text, setText] = useState('');
  const [there, setThere] = useState(true);
  const market = useQuery({ queryKey: ['case', number, 'flagMarket'], queryFn: () => flagMarket(number) }).data?.market;
  const save = useMutation({
    mutationFn: () => addRemark(number, { flag, reason: reason.trim(), text: text.trim(), market: Boolean(market) && there }),
    onSuccess: () => {
      refresh(number);
      close();
    },
  });
  const ready = reason.trim() !== '' && text.trim() !== '';
  return (
    <Modal
      open title={t('remark.add', { number })} onCancel={close} onOk={() => save.mutate()} okText={t('remark.save')} cancelText={t('act.cancel')}
      okButtonProps={{ disabled: !ready, loading: save.isPending }} width={460}
    >
      <div className="dialog-form" onKeyDown={(event) => (event.ctrlKey || event.metaKey) && event.key === 'Enter' && ready && save.mutate()}>
        <div className="flags" role="radiogroup" aria-label={t('remark.flag')}>
          {flags.map((each) => (
            <label key={each} className={`flag-choice remark-${each}`}>
              <input type="radio" name="flag" value={each} checked={flag === each} onChange={() => setFlag(each)} />
              <FlagFilled aria-hidden /> {t(`flag.${each}`)}
            </label>
          ))}
        </div>
        <label htmlFor="remark-reason">{t('remark.reason')}</label>
        <Input id="remark-reason" autoFocus maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} placeholder={t('remark.reasonHint')} />
        <label htmlFor="remark-text">{t('remark.text')}</label>
        <Input.TextArea id="remark-text" maxLength={4000} autoSize={{ minRows: 3, maxRows: 8 }} value={text} onChange={(event) => setText(event.target.value)} />
        {market && <Checkbox checked={there} onChange={(event) => setThere(event.target.checked)}>{t('remark.market', { market: t(`remark.markets.${market}`, market) })}</Checkbox>}
        <FaultNote cause={save.error} />
      </div>
    </Modal>
  );
}
