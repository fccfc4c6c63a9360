import { ShopOutlined } from '@ant-design/icons';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RequestList, UntakenList } from '../../api/platforms.ts';
import { may } from '../../app/may.ts';
import { useMe } from '../../app/session.tsx';
import { withWords } from '../../i18n/screens.tsx';
import { Empty } from '../../ui/states.tsx';
import './platforms.css';
import { Requests } from './Requests.tsx';
import { UntakenWords } from './UntakenWords.tsx';

const asked: RequestList[] = ['hand', 'code', 'waiting'];
const untaken: UntakenList[] = ['hints', 'letters'];
const isUntaken = (list: RequestList | UntakenList): list is UntakenList => (untaken as string[]).includes(list);

/** What people do at marketplaces because no machine can, the codes marketplaces ask for, and what marketplaces said that could not be taken. */
function PlatformDeskPage() {
  const { t } = useTranslation();
  const me = useMe();
  const lists = [...(may(me, 'platformRequests') ? asked : []), ...(may(me, 'platformWords') ? untaken : [])];
  const navigate = useNavigate();
  const chosen = useSearch({ from: '/platforms' }).list;
  const list = chosen && lists.includes(chosen) ? chosen : lists[0];
  return (
    <main className="page">
      <div className="page-head">
        <h1>{t('platforms.title')}</h1>
        {list && <Segmented<RequestList | UntakenList> aria-label={t('platforms.lists')} value={list} onChange={(next) => void navigate({ to: '/platforms', search: { list: next } })} options={lists.map((value) => ({ value, label: t(`platforms.list.${value}`) }))} />}
      </div>
      {!list ? <Empty icon={<ShopOutlined />} title={t('platforms.notYours')} />
        : <><p className="quiet platform-lead">{t(`platforms.lead.${list}`)}</p>{isUntaken(list) ? <UntakenWords key={list} list={list} /> : <Requests key={list} list={list} />}</>}
    </main>
  );
}

export default withWords('platforms', PlatformDeskPage);
