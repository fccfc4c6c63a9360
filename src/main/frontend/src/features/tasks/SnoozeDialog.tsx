import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { snoozeTask } from '../../api/desk.ts';
import type { TaskDetail, WorkItem } from '../../api/types.ts';
import { useNotice } from '../../app/notices.tsx';
import { FaultNote } from '../../ui/FaultNote.tsx';
import { useNow } from '../../ui/useNow.ts';
import { choicesFor, type SnoozeChoice } from './snooze.ts';
import { countsKey, detailKey, patchItem, putDetail } from './taskCache.ts';

/** Puts a task aside until a moment or until the buyer writes; never past its promise. */
export default function SnoozeDialog({ item, close, next }: { item: WorkItem; close: () => void; next: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const notice = useNotice();
  const choices = choicesFor(item.dueAt, useNow());
  const [choice, setChoice] = useState<SnoozeChoice['key']>(choices[0]?.key ?? 'answer');
  const [own, setOwn] = useState('');
  const until = choice === 'own' ? (own ? new Date(own).toISOString() : null) : choices.find((each) => each.key === choice)?.until ?? null;
  const send = useMutation({
    mutationFn: () => snoozeTask(item.taskId, { revision: item.revision, until, onAnswer: choice === 'answer' }),
    onSuccess: (asleep) => {
      const detail = client.getQueryData<TaskDetail>(detailKey(item.taskId));
      if (detail) putDetail(client, { ...detail, item: asleep });
      patchItem(client, item.taskId, () => null);
      void client.invalidateQueries({ queryKey: countsKey });
      void notice.success(t('snooze.done', { number: item.caseNumber }));
      close();
      next();
    },
  });
  const ready = choice === 'answer' || Boolean(until);
  return (
    <Modal open title={t('snooze.title', { number: item.caseNumber })} onCancel={close} onOk={() => send.mutate()} okText={t('snooze.send')} cancelText={t('act.cancel')} okButtonProps={{ disabled: !ready, loading: send.isPending }} width={420}>
      <div className="dialog-form" onKeyDown={(event) => { if (event.key === 'Enter' && ready && !send.isPending && !event.nativeEvent.isComposing) { event.preventDefault(); send.mutate(); } }}>
        <div className="choices" role="radiogroup" aria-label={t('snooze.until')}>
          {[...choices.map(({ key }) => key), 'answer' as const, 'own' as const].map((key) => (
            <label key={key} className="choice">
              <input type="radio" name="snooze" autoFocus={key === choice} checked={choice === key} onChange={() => setChoice(key)} /> <span>{t(`snooze.choice.${key}`)}</span>
            </label>
          ))}
        </div>
        {choice === 'own' && <Input type="datetime-local" aria-label={t('snooze.choice.own')} value={own} onChange={(event) => setOwn(event.target.value)} />}
        <p className="quiet">{t('snooze.text')}</p>
        <FaultNote cause={send.error} />
      </div>
    </Modal>
  );
}
