import { CheckCircleOutlined } from '@ant-design/icons';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { listRequests, type RequestList } from '../../api/platforms.ts';
import { Empty, Failed, Loading } from '../../ui/states.tsx';
import { RequestCard } from './RequestCard.tsx';

/** One list of requests, the oldest first. */
export function Requests({ list }: { list: RequestList }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const pages = useInfiniteQuery({
    queryKey: ['platformRequests', list], queryFn: ({ pageParam }) => listRequests(list, pageParam), initialPageParam: null as string | null, getNextPageParam: (page) => page.next, refetchInterval: 30_000,
  });
  const done = () => void client.invalidateQueries({ queryKey: ['platformRequests'] });
  if (pages.isPending) return <Loading />;
  if (pages.isError) return <Failed cause={pages.error} again={() => void pages.refetch()} />;
  const rows = pages.data.pages.flatMap((page) => page.items);
  if (rows.length === 0) return <Empty icon={<CheckCircleOutlined />} title={t(`platforms.none.${list}`)}>{t('platforms.noneText')}</Empty>;
  return (
    <>
      <ul className="held-list plain" aria-label={t(`platforms.list.${list}`)}>{rows.map((request) => <RequestCard key={request.number} request={request} done={done} />)}</ul>
      {pages.hasNextPage && <Button className="more" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{t('platforms.more')}</Button>}
    </>
  );
}
