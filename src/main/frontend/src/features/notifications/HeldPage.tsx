import { SafetyCertificateOutlined } from '@ant-design/icons';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { decideHeld, listHeld, type Held } from '../../api/messages.ts';
import { useLive } from '../../app/live.ts';
import { may } from '../../app/may.ts';
import { useNotice } from '../../app/notices.tsx';
import { useMe } from '../../app/session.tsx';
import { FaultNote } from '../../ui/FaultNote.tsx';
import { Moment } from '../../ui/Moment.tsx';
import { Empty, Failed, Loading } from '../../ui/states.tsx';
import './messages.css';
import { VerdictNote } from './VerdictNote.tsx';

const heldKey = ['heldMessages'];

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
      <textarea id={id} rows={2} maxLength={500} value={note} placeholder={t('held.noteHint')} onChange={(event) => setNote(event.target.value)} />
      <FaultNote cause={decide.error} />
      <div className="held-acts">
        <Button disabled={missing} loading={decide.isPending && decide.variables === false} onClick={() => decide.mutate(false)} danger>{t('held.refuse')}</Button>
        <Button type="primary" disabled={missing} loading={decide.isPending && decide.variables} onClick={() => decide.mutate(true)}>{t('held.release')}</Button>
      </div>
    </div>
  );
}

function HeldItem({ held, done }: { held: Held; done: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const author = held.author?.name ?? held.authorName;
  const own = (held.author?.id ?? held.authorId) === me.id;
  return (
    <li className="card held">
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

/** Messages that wait for the legal team, the oldest first. */
export default function HeldPage() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const mayDecide = may(useMe(), 'held');
  const held = useInfiniteQuery({ queryKey: heldKey, queryFn: ({ pageParam }) => listHeld(pageParam), initialPageParam: null as string | null, getNextPageParam: (page) => page.next, enabled: mayDecide });
  const again = () => void client.invalidateQueries({ queryKey: heldKey });
  useLive((event) => { if (event.type === 'poll' || (event.type === 'case' && event.change === 'message')) again(); });
  const items = held.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <main className="page page-narrow">
      <div className="page-head"><h1>{t('held.title')}</h1></div>
      {!mayDecide ? <Empty icon={<SafetyCertificateOutlined />} title={t('held.notYours')} />
        : held.isPending ? <Loading />
          : held.isError ? <Failed cause={held.error} again={() => void held.refetch()} />
            : items.length ? <ul className="held-list">{items.map((each) => <HeldItem key={each.id} held={each} done={again} />)}</ul>
              : <Empty icon={<SafetyCertificateOutlined />} title={t('held.none')}>{t('held.noneText')}</Empty>}
      {held.hasNextPage && <Button className="more" loading={held.isFetchingNextPage} onClick={() => void held.fetchNextPage()}>{t('cases.more')}</Button>}
    </main>
  );
}
