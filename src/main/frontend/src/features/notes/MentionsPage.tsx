import { BellOutlined, CheckOutlined } from '@ant-design/icons';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Segmented } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listMentions, readAllMentions, readMention, type Mention } from '../../api/desk.ts';
import { useHotkeys } from '../../app/hotkeys.ts';
import { useLive } from '../../app/live.ts';
import { said } from '../../ui/bilingual.ts';
import { Moment } from '../../ui/Moment.tsx';
import { Empty, Failed, Loading } from '../../ui/states.tsx';
import { Tag } from '../../ui/Tag.tsx';
import './notes.css';

const tones = { NOTE: 'blue', HANDED: 'violet', ANSWER: 'green', OVERDUE: 'red', WITHDRAWN: 'plain' } as const;

/** Everything a person was called on for; a click leads there and counts as looked at. */
export default function MentionsPage() {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [unread, setUnread] = useState(true);
  const list = useRef<HTMLOListElement>(null);
  const found = useInfiniteQuery({ queryKey: ['mentions', unread], queryFn: ({ pageParam }) => listMentions(unread, pageParam), initialPageParam: null as string | null, getNextPageParam: (page) => page.next });
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  const again = () => void client.invalidateQueries({ queryKey: ['mentions'] });
  useLive((event) => { if (event.type === 'mention' || event.type === 'poll') again(); });
  const all = useMutation({ mutationFn: (upTo: number) => readAllMentions(upTo), onSuccess: again });
  const open = (mention: Mention) => {
    void readMention(mention.id).then(again, () => undefined);
    if (mention.taskId) void navigate({ to: '/desk/$taskId', params: { taskId: mention.taskId }, search: { view: 'mine' } });
    else void navigate({ to: '/cases/$number', params: { number: mention.caseNumber }, search: mention.noteId ? { tab: 'notes', note: mention.noteId } : {} });
  };
  const step = (by: number) => {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('button.mention') ?? [])];
    const at = rows.indexOf(document.activeElement as HTMLElement);
    rows[Math.min(Math.max(at + by, 0), rows.length - 1)]?.focus();
  };
  useHotkeys([{ keys: 'KeyJ', run: () => step(1) }, { keys: 'KeyK', run: () => step(-1) }]);
  const newest = items.find((mention) => !mention.read);
  return (
    <main className="page">
      <div className="page-head">
        <h1>{t('mention.title')}</h1>
        <Segmented aria-label={t('mention.title')} value={unread} options={[{ value: true, label: t('mention.unread') }, { value: false, label: t('mention.all') }]} onChange={setUnread} />
        <Button icon={<CheckOutlined />} disabled={!newest} loading={all.isPending} onClick={() => newest && all.mutate(items[0]?.id ?? newest.id)}>{t('mention.readAll')}</Button>
      </div>
      {found.isPending ? <Loading /> : found.isError ? <Failed cause={found.error} again={() => void found.refetch()} /> : items.length ? (
        <ol className="mentions" ref={list}>
          {items.map((mention) => (
            <li key={mention.id}>
              <button type="button" className={mention.read ? 'mention' : 'mention mention-unread'} onClick={() => open(mention)}>
                <Tag tone={tones[mention.reason]}>{t(`mention.reason.${mention.reason}`)}</Tag>
                <span className="mention-words">{said(i18n.language, mention.wordsZh, mention.wordsEn)}</span>
                <span className="quiet"><span className="number">{mention.caseNumber}</span> · {mention.byName} · <Moment at={mention.at} shop={mention.shop} /></span>
              </button>
            </li>
          ))}
        </ol>
      ) : <Empty icon={<BellOutlined />} title={t('mention.none')}>{t('mention.noneText')}</Empty>}
      {found.hasNextPage && <Button className="more" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>{t('cases.more')}</Button>}
    </main>
  );
}
