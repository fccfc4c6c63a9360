import { CheckCircleOutlined, RedoOutlined } from '@ant-design/icons';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { listParked, retryParked, type Parked } from '../../api/imports.ts';
import { problemOf } from '../../api/http.ts';
import { useNotice } from '../../app/notices.tsx';
import { Moment } from '../../ui/Moment.tsx';
import { Empty, Failed, Loading } from '../../ui/states.tsx';
import './imports.css';
import { ImportTabs } from './ImportTabs.tsx';

const parkedKey = ['parked'];

function Row({ message }: { message: Parked }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const notice = useNotice();
  const retry = useMutation({
    mutationFn: () => retryParked(message.id),
    onSuccess: ({ state }) => {
      void notice.info(t(`parkedState.${state}`, state));
      void client.invalidateQueries({ queryKey: parkedKey });
    },
    onError: (cause) => void notice.error(problemOf(cause).detail ?? t('fault.serverText')),
  });
  return (
    <tr>
      <td>{t(`importKind.${message.kind}`, message.kind)}</td>
      <td><span className="number">{message.externalId}</span> <small>{message.source}</small></td>
      <td className="parked-error">{message.error}</td>
      <td>{message.tries}</td>
      <td><Moment at={message.at} shop={message.shop} /></td>
      <td className="right"><Button size="small" icon={<RedoOutlined />} loading={retry.isPending} onClick={() => retry.mutate()}>{t('parked.retry')}</Button></td>
    </tr>
  );
}

/** Messages from outside that no part of the product could take: nothing is lost, somebody looks. */
export default function ParkedPage() {
  const { t } = useTranslation();
  const parked = useInfiniteQuery({ queryKey: parkedKey, queryFn: ({ pageParam }) => listParked(pageParam), initialPageParam: null as string | null, getNextPageParam: (page) => page.next });
  const rows = parked.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <main className="page">
      <div className="page-head"><h1>{t('parked.title')}</h1><ImportTabs /></div>
      {parked.isPending ? <Loading /> : parked.isError ? <Failed cause={parked.error} again={() => void parked.refetch()} /> : rows.length ? (
        <div className="table-frame">
          <table className="table">
            <thead><tr>{['kind', 'message', 'error', 'tries', 'at'].map((head) => <th key={head} scope="col">{t(`parked.${head}`)}</th>)}<th><span className="unseen">{t('parked.retry')}</span></th></tr></thead>
            <tbody>{rows.map((message) => <Row key={message.id} message={message} />)}</tbody>
          </table>
          {parked.hasNextPage && <Button className="more" onClick={() => void parked.fetchNextPage()}>{t('cases.more')}</Button>}
        </div>
      ) : <Empty icon={<CheckCircleOutlined />} title={t('parked.none')}>{t('parked.noneText')}</Empty>}
    </main>
  );
}
