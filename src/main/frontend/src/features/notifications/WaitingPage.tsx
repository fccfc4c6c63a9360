import { CoffeeOutlined, MessageOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listWaiting, type Waiting } from '../../api/messages.ts';
import { useLive } from '../../app/live.ts';
import { may } from '../../app/may.ts';
import { useMe } from '../../app/session.tsx';
import { Moment } from '../../ui/Moment.tsx';
import { SlaClock } from '../../ui/SlaClock.tsx';
import { Empty, Failed, Loading } from '../../ui/states.tsx';
import { Tag } from '../../ui/Tag.tsx';
import './messages.css';

const waitingKey = ['waitingBuyers'];
type View = 'waiting' | 'overdue';

function Row({ item }: { item: Waiting }) {
  const { t } = useTranslation();
  return (
    <li>
      <Link to="/cases/$number" params={{ number: item.caseNumber }} search={{ tab: 'messages' }} className="card waiting">
        <span className="waiting-line"><b className="number">{item.caseNumber}</b> <Tag tone="blue">{t(`kind.${item.kind}`, item.kind)}</Tag> {item.orderId && <span className="number">{item.orderId}</span>} <SlaClock dueAt={item.dueAt} /></span>
        <span className="waiting-words">{item.words}</span>
        <small>{item.team && t(`team.${item.team}`, item.team)} <Moment at={item.since} shop={item.shop} /></small>
      </Link>
    </li>
  );
}

/** Buyers who wrote and have no answer yet, the nearest promise first. */
export default function WaitingPage() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [view, setView] = useState<View>('waiting');
  const mayRead = may(useMe(), 'answers');
  const waiting = useQuery({ queryKey: [...waitingKey, view], queryFn: () => listWaiting(view === 'overdue'), enabled: mayRead, refetchInterval: 60_000 });
  useLive((event) => { if (event.type === 'poll' || event.type === 'case') void client.invalidateQueries({ queryKey: waitingKey }); });
  const count = (each: View) => (waiting.data ? ` ${waiting.data[each]}` : '');
  return (
    <main className="page page-narrow">
      <div className="page-head">
        <h1>{t('waiting.title')}</h1>
        <Segmented<View> aria-label={t('waiting.title')} value={view} options={(['waiting', 'overdue'] as const).map((value) => ({ value, label: t(`waiting.${value}`) + count(value) }))} onChange={setView} />
      </div>
      {!mayRead ? <Empty icon={<MessageOutlined />} title={t('waiting.notYours')} />
        : waiting.isPending ? <Loading />
          : waiting.isError ? <Failed cause={waiting.error} again={() => void waiting.refetch()} />
            : waiting.data.items.length ? <ul className="held-list">{waiting.data.items.map((item) => <Row key={item.caseNumber} item={item} />)}</ul>
              : <Empty icon={<CoffeeOutlined />} title={t('waiting.none')}>{t('waiting.noneText')}</Empty>}
    </main>
  );
}
