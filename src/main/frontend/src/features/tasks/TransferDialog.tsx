import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { receiversOf, transferTask, undoTransfer } from '../../api/desk.ts';
import { problemOf } from '../../api/http.ts';
import { readTask } from '../../api/tasks.ts';
import type { WorkItem } from '../../api/types.ts';
import { useNotice } from '../../app/notices.tsx';
import { FaultNote } from '../../ui/FaultNote.tsx';
import { Keys } from '../../ui/Keys.tsx';
import { useRefreshCase } from '../cases/caseQueries.ts';
import { countsKey, listKey, patchItem, putDetail } from './taskCache.ts';

const undoSeconds = 10;

/** Hands a task to a colleague or a team; the words say why, and can be taken back for a while. */
export default function TransferDialog({ item, close }: { item: WorkItem; close: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const notice = useNotice();
  const refresh = useRefreshCase();
  const [to, setTo] = useState<string>();
  const [reason, setReason] = useState('');
  const offered = useQuery({ queryKey: ['receivers', item.taskId], queryFn: () => receiversOf(item.taskId) });
  const after = async () => {
    void client.invalidateQueries({ queryKey: countsKey });
    refresh(item.caseNumber);
    putDetail(client, await readTask(item.taskId));
  };
  const undo = async () => {
    try {
      await undoTransfer(item.taskId);
      await client.invalidateQueries({ queryKey: [listKey] });
      await after();
      void notice.success(t('transfer.undone'));
    } catch (cause) {
      void notice.error(problemOf(cause).detail ?? t('fault.serverText'));
    }
  };
  const tell = (name: string) => {
    const button = <Button type="link" size="small" onClick={() => void undo()}>{t('task.undo')}</Button>;
    void notice.open({ type: 'success', duration: undoSeconds, content: <span>{t('transfer.done', { name })} {button}</span> });
  };
  const send = useMutation({
    mutationFn: () => {
      const [sort, id = ''] = (to ?? '').split(':');
      return transferTask(item.taskId, { revision: item.revision, reason: reason.trim(), ...(sort === 'person' ? { person: Number(id) } : { team: id }) });
    },
    onSuccess: (handed) => {
      tell(handed.assignee?.name ?? t(`team.${handed.team}`, handed.team));
      patchItem(client, item.taskId, () => handed);
      void after();
      close();
    },
  });
  const ready = Boolean(to) && reason.trim() !== '';
  const options = [
    { label: t('transfer.people'), options: (offered.data?.people ?? []).map((person) => ({ value: `person:${person.id}`, label: `${person.name} · ${person.login} · ${person.roles.map((role) => t(`role.${role}`, role)).join(' ')}` })) },
    { label: t('transfer.teams'), options: (offered.data?.teams ?? []).map((team) => ({ value: `team:${team}`, label: t(`team.${team}`, team) })) },
  ].filter((group) => group.options.length > 0);
  return (
    <Modal
      open title={t('transfer.title', { number: item.caseNumber })} onCancel={close} onOk={() => send.mutate()} okText={<>{t('transfer.send')} <Keys of="Ctrl Enter" /></>} cancelText={t('act.cancel')}
      okButtonProps={{ disabled: !ready, loading: send.isPending }} width={460}
    >
      <div className="dialog-form" onKeyDown={(event) => { if ((event.ctrlKey || event.metaKey) && event.key === 'Enter' && ready && !send.isPending) { event.preventDefault(); send.mutate(); } }}>
        <label htmlFor="transfer-to">{t('transfer.to')}</label>
        <Select id="transfer-to" autoFocus showSearch={{ optionFilterProp: 'label' }} value={to} loading={offered.isPending} options={options} placeholder={t('transfer.toHint')} onChange={setTo} />
        <label htmlFor="transfer-reason">{t('transfer.reason')}</label>
        <Input.TextArea id="transfer-reason" maxLength={500} autoSize={{ minRows: 2, maxRows: 6 }} value={reason} placeholder={t('transfer.reasonHint')} onChange={(event) => setReason(event.target.value)} />
        <FaultNote cause={send.error ?? offered.error} />
      </div>
    </Modal>
  );
}
