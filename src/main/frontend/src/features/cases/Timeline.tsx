import { CarOutlined, ClockCircleOutlined, DollarOutlined, MessageOutlined, NodeIndexOutlined, UserOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimelineEntry } from '../../api/types.ts';
import { said } from '../../ui/bilingual.ts';
import { Moment } from '../../ui/Moment.tsx';
import { Empty, Failed, Loading } from '../../ui/states.tsx';
import { useTimeline } from './caseQueries.ts';
import { actorOf, groupOf, timelineGroups, type TimelineGroup } from './words.ts';

const icons: Record<TimelineGroup, React.ReactNode> = {
  buyer: <MessageOutlined />, person: <UserOutlined />, money: <DollarOutlined />, parcel: <CarOutlined />, time: <ClockCircleOutlined />, system: <NodeIndexOutlined />,
};

function Entry({ entry, shop }: { entry: TimelineEntry; shop: string }) {
  const { t, i18n } = useTranslation();
  const group = groupOf(entry.kind, entry.by);
  const actor = entry.by ? actorOf(entry.by) : null;
  return (
    <li className={`event event-${group}`}>
      <span className="event-icon" aria-hidden="true">{icons[group]}</span>
      <div className="event-body">
        <p>{said(i18n.language, entry.textZh, entry.textEn)}</p>
        <small><Moment at={entry.at} shop={shop} />{entry.by && <span> · {actor ? t(`timeline.${actor}`) : entry.byName ?? entry.by}</span>}</small>
      </div>
    </li>
  );
}

/** Everything that happened to a case, newest first, in one stream. */
export function Timeline({ number, shop }: { number: string; shop: string }) {
  const { t } = useTranslation();
  const timeline = useTimeline(number);
  const [only, setOnly] = useState<TimelineGroup | null>(null);
  const all = timeline.data?.pages.flatMap((page) => page.items) ?? [];
  const shown = only ? all.filter((entry) => groupOf(entry.kind, entry.by) === only) : all;
  if (timeline.isPending) return <Loading />;
  if (timeline.isError) return <Failed cause={timeline.error} again={() => void timeline.refetch()} />;
  return (
    <div className="timeline">
      <div className="chips" role="group" aria-label={t('timeline.filter')}>
        {[null, ...timelineGroups].map((group) => (
          <button key={group ?? 'all'} type="button" aria-pressed={only === group} onClick={() => setOnly(group)}>{t(`timeline.${group ?? 'all'}`)}</button>
        ))}
      </div>
      {shown.length ? <ol>{shown.map((entry) => <Entry key={entry.id} entry={entry} shop={shop} />)}</ol> : <Empty title={t('timeline.empty')} />}
      {timeline.hasNextPage && <Button size="small" onClick={() => void timeline.fetchNextPage()}>{t('timeline.more')}</Button>}
    </div>
  );
}
