import { CheckCircleOutlined, RedoOutlined } from '@ant-design/icons';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { problemOf } from '../../api/http.ts';
import { askAgain, listUntaken, type Untaken, type UntakenList } from '../../api/platforms.ts';
import { useNotice } from '../../app/notices.tsx';
import { useMe } from '../../app/session.tsx';
import { Moment } from '../../ui/Moment.tsx';
import { Empty, Failed, Loading } from '../../ui/states.tsx';

function Row({ list, word }: { list: UntakenList; word: Untaken }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const notice = useNotice();
  const again = useMutation({
    mutationFn: () => askAgain(list, word.id),
    onSuccess: () => {
      void notice.info(t('platforms.asked'));
      void client.invalidateQueries({ queryKey: ['platformWords', list] });
    },
    onError: (cause) => void notice.error(problemOf(cause).detail ?? t('fault.serverText')),
  });
  return (
    <tr>
      <td>{useMe().shops.find((each) => each.id === word.shop)?.name ?? word.shop} <small>{t(`platforms.market.${word.platform}`, word.platform)}</small></td>
      <td>{t(`platforms.feed.${word.feed ?? word.kind}`, word.feed ?? word.kind ?? '')}</td>
      <td className="number">{word.matter}</td>
      <td className="platform-why"><code>{word.reason}</code></td>
      <td><Moment at={word.receivedAt ?? word.at ?? ''} shop={word.shop} /></td>
      <td className="right"><Button size="small" icon={<RedoOutlined />} loading={again.isPending} onClick={() => again.mutate()}>{t(`platforms.again.${list}`)}</Button></td>
    </tr>
  );
}

/** What a marketplace said and nobody could take, the newest first: nothing is lost, somebody looks. */
export function UntakenWords({ list }: { list: UntakenList }) {
  const { t } = useTranslation();
  const pages = useInfiniteQuery({ queryKey: ['platformWords', list], queryFn: ({ pageParam }) => listUntaken(list, pageParam), initialPageParam: null as number | null, getNextPageParam: (page) => page.next, refetchInterval: 30_000 });
  if (pages.isPending) return <Loading />;
  if (pages.isError) return <Failed cause={pages.error} again={() => void pages.refetch()} />;
  const rows = pages.data.pages.flatMap((page) => page.items);
  if (rows.length === 0) return <Empty icon={<CheckCircleOutlined />} title={t(`platforms.none.${list}`)}>{t('platforms.noneText')}</Empty>;
  return (
    <div className="table-frame" tabIndex={0}>
      <table className="table">
        <thead><tr>{['shop', 'feed', 'matter', 'reason', 'at'].map((column) => <th key={column} scope="col">{t(`platforms.col.${column}`)}</th>)}<th><span className="unseen">{t(`platforms.again.${list}`)}</span></th></tr></thead>
        <tbody>{rows.map((word) => <Row key={word.id} list={list} word={word} />)}</tbody>
      </table>
      {pages.hasNextPage && <Button className="more" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{t('platforms.more')}</Button>}
    </div>
  );
}
