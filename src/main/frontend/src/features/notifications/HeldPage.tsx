import { SafetyCertificateOutlined } from '@ant-design/icons';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { listHeld } from '../../api/messages.ts';
import { useHotkeys } from '../../app/hotkeys.ts';
import { useLive } from '../../app/live.ts';
import { may } from '../../app/may.ts';
import { useMe } from '../../app/session.tsx';
import { Empty, Failed, Loading } from '../../ui/states.tsx';
import { HeldFilters } from './HeldFilters.tsx';
import { HeldItem } from './HeldItem.tsx';
import './messages.css';

/** Messages that wait for the legal team, the oldest first. */
export default function HeldPage() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const wish = useSearch({ from: '/held-messages' });
  const navigate = useNavigate({ from: '/held-messages' });
  const list = useRef<HTMLUListElement>(null);
  const mayDecide = may(useMe(), 'held');
  const held = useInfiniteQuery({ queryKey: ['heldMessages', wish], queryFn: ({ pageParam }) => listHeld(wish, pageParam), initialPageParam: null as string | null, getNextPageParam: (page) => page.next, enabled: mayDecide });
  const again = () => void client.invalidateQueries({ queryKey: ['heldMessages'] });
  useLive((event) => { if (event.type === 'poll' || (event.type === 'case' && event.change === 'message')) again(); });
  const step = (by: number) => {
    const all = [...list.current?.children ?? []].filter((each) => each instanceof HTMLElement);
    const at = all.findIndex((each) => each.contains(document.activeElement));
    all.at(at < 0 ? 0 : Math.min(Math.max(at + by, 0), all.length - 1))?.focus();
  };
  useHotkeys([
    { keys: 'KeyJ', run: () => step(1) },
    { keys: 'KeyK', run: () => step(-1) },
    { keys: 'KeyN', run: () => (document.activeElement?.closest('li.held') ?? list.current?.firstElementChild)?.querySelector('textarea')?.focus() },
  ], mayDecide);
  const items = held.data?.pages.flatMap((page) => page.items) ?? [];
  const narrowed = wish.shop ?? wish.line ?? wish.waited;
  return (
    <main className="page page-narrow">
      <div className="page-head"><h1>{t('held.title')}</h1>{mayDecide && <HeldFilters wish={wish} choose={(search) => void navigate({ search })} />}</div>
      {!mayDecide ? <Empty icon={<SafetyCertificateOutlined />} title={t('held.notYours')} />
        : held.isPending ? <Loading />
          : held.isError ? <Failed cause={held.error} again={() => void held.refetch()} />
            : items.length ? <ul className="held-list" ref={list}>{items.map((each) => <HeldItem key={each.id} held={each} done={again} />)}</ul>
              : narrowed ? <Empty icon={<SafetyCertificateOutlined />} title={t('heldList.noneFor')}><Button type="link" onClick={() => void navigate({ search: {} })}>{t('heldList.showAll')}</Button></Empty>
                : <Empty icon={<SafetyCertificateOutlined />} title={t('held.none')}>{t('held.noneText')}</Empty>}
      {held.hasNextPage && <Button className="more" loading={held.isFetchingNextPage} onClick={() => void held.fetchNextPage()}>{t('cases.more')}</Button>}
    </main>
  );
}
