import { AlertOutlined, CheckCircleOutlined, ClockCircleOutlined, FieldTimeOutlined, PauseCircleOutlined, StopOutlined } from '@ant-design/icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { listNeeds, type Look, type Need, type Present, type Which } from '../../api/cockpit.ts';
import { said } from '../../ui/bilingual.ts';
import { Moment } from '../../ui/Moment.tsx';
import { SlaClock } from '../../ui/SlaClock.tsx';
import { Empty, Failed, Loading } from '../../ui/states.tsx';
import { countText } from './figures.ts';
import { How } from './Tiles.tsx';
import { useLook } from './useLook.ts';

const icons: Record<Which | 'failed', ReactNode> = {
  soon: <FieldTimeOutlined />, late: <ClockCircleOutlined />, stuck: <PauseCircleOutlined />, failed: <StopOutlined />, approvals: <CheckCircleOutlined />,
};
const lists: Which[] = ['soon', 'late', 'stuck', 'approvals'];

function Row({ need }: { need: Need }) {
  const { t, i18n } = useTranslation();
  const step = need.clock ? t([`next.clock.${need.clock}`, 'next.clock.other']) : said(i18n.language, need.stepZh, need.stepEn);
  return (
    <tr>
      <td><Link to="/cases/$number" params={{ number: need.caseNumber }} className="number">{need.caseNumber}</Link></td>
      <td>{t(`kind.${need.kind}`, need.kind)}</td>
      <td>{step}</td>
      <td>{need.dueAt ? <><SlaClock dueAt={need.dueAt} /> <Moment at={need.dueAt} shop={need.shop} /></> : '–'}</td>
      <td><Moment at={need.since} shop={need.shop} /></td>
      <td>{need.assignee ?? <span className="quiet">{t('cockpit.nobody')}</span>}</td>
    </tr>
  );
}

/** The cases behind one of the numbers. */
function List({ look, which }: { look: Look; which: Which }) {
  const { t } = useTranslation();
  const found = useInfiniteQuery({
    queryKey: ['cockpit', 'needs', look, which], queryFn: ({ pageParam }) => listNeeds(look, which, pageParam), initialPageParam: null as string | null, getNextPageParam: (page) => page.next,
  });
  const rows = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className="needs-list" aria-label={t(`cockpit.tile.${which}`)}>
      {found.isPending ? <Loading /> : found.isError ? <Failed cause={found.error} again={() => void found.refetch()} /> : rows.length ? (
        <div className="table-frame">
          <table className="table">
            <thead><tr>{['case', 'kind', 'step', 'due', 'since', 'who'].map((column) => <th key={column} scope="col">{t(`cockpit.col.${column}`)}</th>)}</tr></thead>
            <tbody>{rows.map((need) => <Row key={need.key} need={need} />)}</tbody>
          </table>
          {found.hasNextPage && <Button className="more" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>{t('cases.more')}</Button>}
        </div>
      ) : <Empty icon={<CheckCircleOutlined />} title={t('cockpit.nothing')}>{t('cockpit.nothingText')}</Empty>}
    </section>
  );
}

/** What needs somebody now stands before all figures; a click shows the cases. */
export function Needs({ present }: { present: Present }) {
  const { t, i18n } = useTranslation();
  const { look, search, change } = useLook();
  const open = lists.find((which) => which === search.need);
  return (
    <section aria-label={t('cockpit.needs')}>
      <h2 className="cockpit-title"><AlertOutlined /> {t('cockpit.needs')}</h2>
      <ul className="needs">
        {lists.map((which) => (
          <li key={which} className={present[which] ? 'need need-some' : 'need'}>
            <button type="button" aria-expanded={open === which} onClick={() => change({ need: open === which ? undefined : which })}>
              {icons[which]} <b>{countText(present[which], i18n.language)}</b> <span>{t(`cockpit.tile.${which}`)}</span>
            </button>
            <How name={which} />
          </li>
        ))}
        <li className={present.failed ? 'need need-some' : 'need'}>
          <Link to="/cockpit/incidents" search={look}>{icons.failed} <b>{countText(present.failed, i18n.language)}</b> <span>{t('cockpit.tile.failed')}</span></Link>
          <How name="failed" />
        </li>
      </ul>
      {open && <List look={look} which={open} />}
    </section>
  );
}
