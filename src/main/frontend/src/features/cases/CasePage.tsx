import { FlagOutlined, PaperClipOutlined, QuestionCircleOutlined, RightOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '../../api/http.ts';
import { tasksOfCase } from '../../api/tasks.ts';
import type { WorkItem } from '../../api/types.ts';
import { useHotkeys } from '../../app/hotkeys.ts';
import { may } from '../../app/may.ts';
import { useMe } from '../../app/session.tsx';
import { said } from '../../ui/bilingual.ts';
import { SlaClock } from '../../ui/SlaClock.tsx';
import { Empty, Failed, Loading } from '../../ui/states.tsx';
import { AskedFor } from './AskedFor.tsx';
import './case.css';
import { CaseHeader } from './CaseHeader.tsx';
import { useCase, useCaseLive } from './caseQueries.ts';
import { CaseTabs, useCaseTab } from './CaseTabs.tsx';
import { Context } from './Context.tsx';
import { DropPlace } from './DropPlace.tsx';
import { PlatformBanner } from './PlatformBanner.tsx';
import { useAttach } from './useAttach.ts';

const RemarkDialog = lazy(() => import('./RemarkDialog.tsx'));
const AskDialog = lazy(() => import('../questions/AskDialog.tsx'));
const EvidenceViewer = lazy(() => import('./EvidenceViewer.tsx'));

function OpenTask({ item }: { item: WorkItem }) {
  const { t, i18n } = useTranslation();
  return (
    <li>
      <Link to="/desk/$taskId" params={{ taskId: item.taskId }} search={{ view: 'all' }} className="open-task">
        <b>{said(i18n.language, item.titleZh, item.titleEn)}</b>
        <span className="quiet">{item.assignee ? t('task.with', { name: item.assignee.name }) : t('task.free', { team: t(`team.${item.team}`, item.team) })}</span>
        <SlaClock dueAt={item.dueAt} /> <RightOutlined />
      </Link>
    </li>
  );
}

function OpenTasks({ number }: { number: string }) {
  const { t } = useTranslation();
  const tasks = useQuery({ queryKey: ['case', number, 'tasks'], queryFn: () => tasksOfCase(number) }).data;
  if (!tasks?.length) return null;
  return (
    <section className="card">
      <h3>{t('case.openTasks')}</h3>
      <ul className="plain">{tasks.map((item) => <OpenTask key={item.taskId} item={item} />)}</ul>
    </section>
  );
}

export default function CasePage() {
  const { t } = useTranslation();
  const { number } = useParams({ from: '/cases/$number' });
  const file = useCase(number);
  useCaseLive(number);
  const { attach, send, progress } = useAttach(number);
  const search = useSearch({ from: '/cases/$number' });
  const open = useCaseTab(search.tab, search.note);
  const [dialog, show] = useState<'remark' | 'ask' | null>(null);
  const [viewing, view] = useState<string | true | null>(null);
  const staff = may(useMe(), 'staff');
  const files = file.data?.evidence ?? [];
  useHotkeys([
    { keys: 'KeyF', run: () => show(staff ? 'remark' : null) }, { keys: 'KeyN', run: open.jot }, { keys: 'KeyQ', run: () => show(staff && file.data?.case.state !== 'CLOSED' ? 'ask' : null) },
    { keys: 'KeyE', run: () => (files.length ? view(true) : open.choose('evidence')) }, { keys: 'KeyR', run: open.write },
  ], dialog === null && viewing === null);
  if (file.isPending) return <Loading />;
  if (file.isError && problemOf(file.error).status === 404) return <main className="page"><Empty title={t('case.unknown', { number })}>{t('case.unknownText')}</Empty></main>;
  if (file.isError) return <main className="page"><Failed cause={file.error} again={() => void file.refetch()} /></main>;
  const head = file.data.case;
  const mayAttach = staff && head.state !== 'CLOSED';
  return (
    <main className="case-page">
      <h1 className="unseen">{t('case.one', { number })}</h1>
      <CaseHeader file={file.data} number={number}>
        {mayAttach && <Button type="text" icon={<PaperClipOutlined />} onClick={attach}>{t('act.attach')}</Button>}
        {staff && <Button type="text" icon={<FlagOutlined />} onClick={() => show('remark')}>{t('act.remark')}</Button>}
        {mayAttach && <Button type="text" icon={<QuestionCircleOutlined />} onClick={() => show('ask')}>{t('question.ask')}</Button>}
      </CaseHeader>
      <div className="case-body">
        <div className="case-work">
          <PlatformBanner file={file.data} />
          <AskedFor head={head} />
          {head.state === 'CLOSED' ? <p className="closed-note">{t('case.closed', { outcome: t(`outcome.${head.outcome}`, head.outcome ?? '') })}</p> : <OpenTasks number={number} />}
          <CaseTabs file={file.data} attach={mayAttach ? attach : null} open={open} view={view} />
        </div>
        <Context file={file.data} />
      </div>
      <DropPlace send={mayAttach ? (given) => void send(given) : null} progress={progress} />
      <Suspense fallback={null}>
        {dialog === 'remark' && <RemarkDialog number={number} close={() => show(null)} />}
        {dialog === 'ask' && <AskDialog number={number} evidence={files} close={() => show(null)} />}
        {viewing && files.length > 0 && <EvidenceViewer file={file.data} first={viewing === true ? undefined : viewing} close={() => view(null)} />}
      </Suspense>
    </main>
  );
}
