import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { decideHeld, type Held } from '../../api/messages.ts';
import { useNotice } from '../../app/notices.tsx';
import { useMe } from '../../app/session.tsx';
import { FaultNote } from '../../ui/FaultNote.tsx';
import { Moment } from '../../ui/Moment.tsx';
import { VerdictNote } from './VerdictNote.tsx';

function Decide({ held, done }: { held: Held; done: () => void }) {
  const { t } = useTranslation();
  const notice = useNotice();
  const [note, setNote] = useState('');
  const decide = useMutation({
    mutationFn: (allow: boolean) => decideHeld(held.id, allow, note.trim()),
    onSuccess: (_, allow) => {
      void notice.success(t(allow ? 'held.released' : 'held.refused', { number: held.caseNumber }));
      done();
    },
  });
  const id = `note-${held.id}`;
  const missing = note.trim() === '';
  return (
    <div className="held-decide">
      <label htmlFor={id}>{t('held.note')}</label>
      <textarea id={id} rows={2} maxLength={500} value={note} placeholder={t('held.noteHint')} onChange={(event) => setNote(event.target.value)} aria-describedby={`${id}-keys`} />
      <small id={`${id}-keys`} className="quiet">{t('heldList.keys')}</small>
      <FaultNote cause={decide.error} />
      <div className="held-acts">
        <Button disabled={missing} loading={decide.isPending && decide.variables === false} onClick={() => decide.mutate(false)} danger>{t('held.refuse')}</Button>
        <Button type="primary" disabled={missing} loading={decide.isPending && decide.variables} onClick={() => decide.mutate(true)}>{t('held.release')}</Button>
      </div>
    </div>
  );
}

/** One message that waits, with the guard's reasons and the place to decide; it takes the focus when the keys walk the list. */
export function HeldItem({ held, done }: { held: Held; done: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const author = held.author?.name ?? held.authorName;
  const own = (held.author?.id ?? held.authorId) === me.id;
  return (
    <li className="card held" tabIndex={-1}>
      <div className="held-head">
        <Link to="/cases/$number" params={{ number: held.caseNumber }} className="number">{held.caseNumber}</Link>
        <span>{author ? t('held.by', { name: author }) : t('message.from.HOUSE')}</span>
        <Moment at={held.createdAt} shop={held.shop} />
      </div>
      <blockquote className="held-words">{held.text}</blockquote>
      {held.verdict && <VerdictNote verdict={held.verdict} brief />}
      {own ? <p className="quiet">{t('held.own')}</p> : <Decide held={held} done={done} />}
    </li>
  );
}
