import { CarOutlined } from '@ant-design/icons';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listRequests, type CarrierRequest, type RequestList } from '../../api/carriers.ts';
import { may } from '../../app/may.ts';
import { useMe } from '../../app/session.tsx';
import { withWords } from '../../i18n/screens.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { Moment } from '../../ui/Moment.tsx';
import { Empty, Failed, Loading } from '../../ui/states.tsx';
import { Tag } from '../../ui/Tag.tsx';
import './carriers.css';
import { RequestPanel } from './RequestPanel.tsx';

const lists: RequestList[] = ['file', 'check', 'read', 'waiting'];

function Row({ item, chosen, choose }: { item: CarrierRequest; chosen: boolean; choose: () => void }) {
  const { t } = useTranslation();
  return (
    <li>
      <button type="button" className="card carrier-row" aria-current={chosen} onClick={choose}>
        <span><Tag tone="blue">{t(`carriers.kind.${item.kind}`)}</Tag> <b>{t(`carrier.${item.carrier}`, item.carrier)}</b> <span className="number">{item.waybill}</span> {item.amount && <Amount of={item.amount} />}</span>
        <small><span className="number">{item.caseNumber}</span> · {t(`carriers.channel.${item.channel}`)} · <Moment at={item.at} shop={item.shop} /></small>
      </button>
    </li>
  );
}

/** What carriers are asked by hand, what nobody knows whether it came, and what they wrote that a person must read. */
function CarrierDeskPage() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [list, setList] = useState<RequestList>('file');
  const [chosen, setChosen] = useState<string | null>(null);
  const mine = may(useMe(), 'carriers');
  const pages = useInfiniteQuery({
    queryKey: ['carrierRequests', list], queryFn: ({ pageParam }) => listRequests(list, pageParam), initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next, enabled: mine, refetchInterval: 30_000,
  });
  const rows = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const done = () => {
    setChosen(null);
    void client.invalidateQueries({ queryKey: ['carrierRequests'] });
  };
  return (
    <main className="page">
      <div className="page-head">
        <h1>{t('carriers.title')}</h1>
        <Segmented<RequestList> aria-label={t('carriers.lists')} value={list} onChange={(next) => { setList(next); setChosen(null); }} options={lists.map((value) => ({ value, label: t(`carriers.list.${value}`) }))} />
      </div>
      {!mine ? <Empty icon={<CarOutlined />} title={t('carriers.notYours')} />
        : pages.isPending ? <Loading />
          : pages.isError ? <Failed cause={pages.error} again={() => void pages.refetch()} />
            : rows.length ? (
              <div className="carrier-desk">
                <div>
                  <ul className="held-list plain">{rows.map((item) => <Row key={item.number} item={item} chosen={item.number === chosen} choose={() => setChosen(item.number)} />)}</ul>
                  {pages.hasNextPage && <Button className="more" onClick={() => void pages.fetchNextPage()}>{t('carriers.more')}</Button>}
                </div>
                {chosen ? <RequestPanel key={chosen} number={chosen} done={done} /> : <p className="quiet">{t('carriers.choose')}</p>}
              </div>
            ) : <Empty icon={<CarOutlined />} title={t(`carriers.none.${list}`)}>{t('carriers.noneText')}</Empty>}
    </main>
  );
}

export default withWords('carriers', CarrierDeskPage);
