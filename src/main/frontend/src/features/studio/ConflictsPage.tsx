import { CheckCircleOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listConflicts, resolve, type Conflict } from '../../api/studio.ts';
import { may } from '../../app/may.ts';
import { useMe } from '../../app/session.tsx';
import { withWords } from '../../i18n/screens.tsx';
import { said } from '../../ui/bilingual.ts';
import { Moment } from '../../ui/Moment.tsx';
import { Empty, Failed, Loading } from '../../ui/states.tsx';
import { Changes } from './Changes.tsx';
import { Findings } from './Findings.tsx';
import { StudioFrame } from './StudioFrame.tsx';

function One({ conflict }: { conflict: Conflict }) {
  const { t, i18n } = useTranslation();
  const me = useMe();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [note, setNote] = useState('');
  const send = useMutation({
    mutationFn: (takeSoftware: boolean) => resolve([conflict.file], takeSoftware, note.trim()),
    onSuccess: ({ id }) => {
      void client.invalidateQueries({ queryKey: ['studio'] });
      void navigate({ to: '/studio/proposals/$id', params: { id: String(id) } });
    },
  });
  const field = `note-${conflict.file}`;
  return (
    <section className="card conflict" aria-label={conflict.file}>
      <h2>{said(i18n.language, conflict.title.zh, conflict.title.en)} <code>{conflict.file}</code> <small>{t('studio.conflictSince')} <Moment at={conflict.since} shop={undefined} /></small></h2>
      <div className="three">
        <div><h3>{t('studio.ours')}</h3><Changes of={conflict.ours} /></div>
        <div><h3>{t('studio.theirs')}</h3><Changes of={conflict.theirs} /></div>
        <div><h3>{t('studio.taking')}</h3><Changes of={conflict.taking} /></div>
      </div>
      {may(me, 'publish') && (
        <div className="dialog-form">
          <label htmlFor={field}>{t('studio.note')}</label>
          <Input id={field} maxLength={1000} value={note} placeholder={t('studio.conflictHint')} onChange={(event) => setNote(event.target.value)} />
          <div className="decide-acts">
            <Button disabled={!note.trim()} loading={send.isPending && send.variables === false} onClick={() => send.mutate(false)}>{t('studio.keepOurs')}</Button>
            <Button disabled={!note.trim()} loading={send.isPending && send.variables === true} onClick={() => send.mutate(true)}>{t('studio.takeTheirs')}</Button>
            <small>{t('studio.secondNeeded')}</small>
          </div>
          <Findings cause={send.error} />
        </div>
      )}
    </section>
  );
}

/** Files that an owner and the software both changed; ours stays in force until somebody decides. */
function ConflictsPage() {
  const { t } = useTranslation();
  const conflicts = useQuery({ queryKey: ['studio', 'conflicts'], queryFn: listConflicts, enabled: may(useMe(), 'studio') });
  return (
    <StudioFrame>
      {conflicts.isPending ? <Loading /> : conflicts.isError ? <Failed cause={conflicts.error} again={() => void conflicts.refetch()} />
        : conflicts.data.length ? <><p className="quiet conflict-lead">{t('studio.conflictsText')}</p>{conflicts.data.map((conflict) => <One key={conflict.name} conflict={conflict} />)}</>
          : <Empty icon={<CheckCircleOutlined />} title={t('studio.noConflicts')}>{t('studio.noConflictsText')}</Empty>}
    </StudioFrame>
  );
}

export default withWords('studio', ConflictsPage);
