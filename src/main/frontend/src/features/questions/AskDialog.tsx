import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askDepartment, departmentsOf } from '../../api/desk.ts';
import type { EvidenceFile } from '../../api/types.ts';
import { useNotice } from '../../app/notices.tsx';
import { FaultNote } from '../../ui/FaultNote.tsx';
import { Keys } from '../../ui/Keys.tsx';
import { questionsKey } from './questionKeys.ts';

const hours = [1, 4, 24, 72] as const;
const hour = 3_600_000;

/** A question to another department: it becomes a task there, and its answer comes back to the case. */
export default function AskDialog({ number, evidence, close }: { number: string; evidence: EvidenceFile[]; close: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const notice = useNotice();
  const [team, setTeam] = useState<string>();
  const [words, setWords] = useState('');
  const [within, setWithin] = useState<number>(4);
  const [attached, setAttached] = useState<string[]>([]);
  const departments = useQuery({ queryKey: ['departments', number], queryFn: () => departmentsOf(number) });
  const send = useMutation({
    mutationFn: () => askDepartment(number, { team: team ?? '', words: words.trim(), dueAt: new Date(Date.now() + within * hour).toISOString(), attached }),
    onSuccess: () => {
      void notice.success(t('question.asked', { team: t(`team.${team}`, team ?? '') }));
      void client.invalidateQueries({ queryKey: ['case', number] });
      void client.invalidateQueries({ queryKey: questionsKey(number) });
      void client.invalidateQueries({ queryKey: ['timeline', number] });
      close();
    },
  });
  const ready = Boolean(team) && words.trim() !== '';
  return (
    <Modal
      open title={t('question.title', { number })} onCancel={close} onOk={() => send.mutate()} okText={<>{t('question.send')} <Keys of="Ctrl Enter" /></>} cancelText={t('act.cancel')}
      okButtonProps={{ disabled: !ready, loading: send.isPending }} width={480}
    >
      <div className="dialog-form" onKeyDown={(event) => { if ((event.ctrlKey || event.metaKey) && event.key === 'Enter' && ready && !send.isPending) { event.preventDefault(); send.mutate(); } }}>
        <label htmlFor="question-team">{t('question.team')}</label>
        <Select id="question-team" autoFocus showSearch={{ optionFilterProp: 'label' }} value={team} loading={departments.isPending} placeholder={t('question.teamHint')} options={departments.data?.map((value) => ({ value, label: t(`team.${value}`, value) }))} onChange={setTeam} />
        <label htmlFor="question-words">{t('question.words')}</label>
        <Input.TextArea id="question-words" maxLength={2000} autoSize={{ minRows: 3, maxRows: 8 }} value={words} placeholder={t('question.wordsHint')} onChange={(event) => setWords(event.target.value)} />
        <label htmlFor="question-within">{t('question.within')}</label>
        <Select id="question-within" value={within} options={hours.map((value) => ({ value, label: t('question.hours', { count: value }) }))} onChange={setWithin} />
        {evidence.length > 0 && <>
          <label htmlFor="question-files">{t('question.files')}</label>
          <Select id="question-files" mode="multiple" value={attached} options={evidence.map((file) => ({ value: file.id, label: file.name }))} onChange={setAttached} />
        </>}
        <FaultNote cause={send.error ?? departments.error} />
      </div>
    </Modal>
  );
}
