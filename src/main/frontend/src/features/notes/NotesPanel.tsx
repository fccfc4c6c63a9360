import { CommentOutlined, SendOutlined } from '@ant-design/icons';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Mentions } from 'antd';
import { useEffect, useRef, useState, type ComponentRef } from 'react';
import { useTranslation } from 'react-i18next';
import { addNote, readersOf, readNotes, type Note } from '../../api/desk.ts';
import { may } from '../../app/may.ts';
import { useMe } from '../../app/session.tsx';
import { FaultNote } from '../../ui/FaultNote.tsx';
import { Keys } from '../../ui/Keys.tsx';
import { Moment } from '../../ui/Moment.tsx';
import { Empty, Failed, Loading } from '../../ui/states.tsx';
import { called } from './calls.ts';
import './notes.css';
import { useKeptDraft } from './useKeptDraft.ts';

const notesKey = (number: string) => ['case', number, 'notes'];

function Compose({ number, writing, began }: { number: string; writing: boolean; began: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const field = useRef<ComponentRef<typeof Mentions>>(null);
  const [text, setText] = useState('');
  const [from, setFrom] = useState<string | null>(null);
  const me = useMe();
  const readers = useQuery({ queryKey: ['readers', number], queryFn: () => readersOf(number), staleTime: 300_000 }).data ?? [];
  const draft = useKeptDraft(number, 'note', true, ({ data, byId, byName }) => {
    setText((now) => now || String(data?.text ?? ''));
    setFrom(byId === me.id ? null : byName);
  });
  useEffect(() => {
    if (!writing) return;
    field.current?.focus();
    began();
  }, [writing, began]);
  const names = called(text, readers);
  const send = useMutation({
    mutationFn: () => addNote(number, text.trim(), names.map(({ id }) => id)),
    onSuccess: () => {
      setText('');
      setFrom(null);
      draft.forget();
      void client.invalidateQueries({ queryKey: notesKey(number) });
      void client.invalidateQueries({ queryKey: ['timeline', number] });
    },
  });
  const ready = text.trim() !== '' && !send.isPending;
  const change = (next: string) => {
    setText(next);
    draft.keep({ text: next });
  };
  return (
    <form className="note-compose" aria-label={t('note.compose')} onSubmit={(event) => { event.preventDefault(); if (ready) send.mutate(); }}
      onKeyDown={(event) => { if ((event.ctrlKey || event.metaKey) && event.key === 'Enter' && !event.nativeEvent.isComposing) { event.preventDefault(); event.stopPropagation(); if (ready) send.mutate(); } }}>
      <label htmlFor="note-text">{t('note.label')} <Keys of="N" /></label>
      <Mentions id="note-text" ref={field} rows={3} maxLength={4000} value={text} placeholder={t('note.hint')} onChange={change}
        filterOption={(input, option) => `${option.value ?? ''} ${String(option.key ?? '')}`.toLowerCase().includes(input.toLowerCase())}
        options={readers.filter(({ id }) => id !== me.id).map((reader) => ({ key: reader.login, value: reader.name, label: `${reader.name} · ${reader.login} · ${reader.roles.map((role) => t(`role.${role}`, role)).join(' ')}` }))} />
      <FaultNote cause={send.error} />
      <div className="note-foot">
        <span className="quiet" role="status">{names.length > 0 ? t('note.calls', { names: names.map(({ name }) => name).join(t('list.and')) }) : from ? t('note.begunBy', { name: from }) : draft.saved ? t('draft.saved') : ''}</span>
        <Button htmlType="submit" type="primary" icon={<SendOutlined />} disabled={!ready} loading={send.isPending}>{t('note.send')} <Keys of="Ctrl Enter" /></Button>
      </div>
    </form>
  );
}

function Item({ note, shop, meant }: { note: Note; shop: string; meant: boolean }) {
  const place = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (meant) place.current?.scrollIntoView({ block: 'center' });
  }, [meant]);
  return (
    <li ref={place} className={meant ? 'note note-meant' : 'note'} aria-current={meant || undefined}>
      <p>{note.text.split(/(@[^\s@]+)/).map((part, at) => (part.startsWith('@') ? <b key={`${note.id}-${String(at)}`}>{part}</b> : part))}</p>
      <small>{note.byName} <Moment at={note.at} shop={shop} /></small>
    </li>
  );
}

type Props = { number: string; shop: string; writing: boolean; began: () => void; meant?: number };

/** What colleagues tell each other about the case; no buyer ever reads it. */
export default function NotesPanel({ number, shop, writing, began, meant }: Props) {
  const { t } = useTranslation();
  const staff = may(useMe(), 'staff');
  const notes = useInfiniteQuery({ queryKey: notesKey(number), queryFn: ({ pageParam }) => readNotes(number, pageParam), initialPageParam: null as string | null, getNextPageParam: (page) => page.next });
  const items = notes.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="notes">
      {staff && <Compose key={number} number={number} writing={writing} began={began} />}
      {notes.isPending ? <Loading /> : notes.isError ? <Failed cause={notes.error} again={() => void notes.refetch()} /> : items.length
        ? <ol>{items.map((note) => <Item key={note.id} note={note} shop={shop} meant={note.id === meant} />)}</ol>
        : <Empty icon={<CommentOutlined />} title={t('note.none')}>{t('note.noneText')}</Empty>}
      {notes.hasNextPage && <Button size="small" onClick={() => void notes.fetchNextPage()}>{t('timeline.more')}</Button>}
    </div>
  );
}
