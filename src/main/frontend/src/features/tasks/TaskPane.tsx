import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '../../api/http.ts';
import type { TaskDetail } from '../../api/types.ts';
import { useHotkeys } from '../../app/hotkeys.ts';
import { may } from '../../app/may.ts';
import { useMe } from '../../app/session.tsx';
import type { FormHandle } from '../../forms/FormView.tsx';
import { Empty, Failed, Loading } from '../../ui/states.tsx';
import { AskedFor } from '../cases/AskedFor.tsx';
import '../cases/case.css';
import { CaseHeader } from '../cases/CaseHeader.tsx';
import { useCase, useCaseLive } from '../cases/caseQueries.ts';
import { CaseTabs, useCaseTab } from '../cases/CaseTabs.tsx';
import { Context } from '../cases/Context.tsx';
import { DropPlace } from '../cases/DropPlace.tsx';
import { PlatformBanner } from '../cases/PlatformBanner.tsx';
import { useAttach } from '../cases/useAttach.ts';
import { TaskActions, type Dialog } from './TaskActions.tsx';
import { detailKey, readNewest } from './taskCache.ts';
import { TaskForm } from './TaskForm.tsx';
import { useDraft } from './useDraft.ts';
import { useTaskActs } from './useTaskActs.ts';

const TaskDialogs = lazy(() => import('./TaskDialogs.tsx'));

function TaskDesk({ detail, next }: { detail: TaskDetail; next: () => void }) {
  const { item } = detail;
  const me = useMe();
  const number = item.caseNumber;
  const file = useCase(number);
  useCaseLive(number);
  const mine = item.assignee?.id === me.id;
  const form = useRef<FormHandle>(null);
  const acts = useTaskActs(item.taskId);
  const draft = useDraft(me.id, item.taskId, mine);
  const { upload, attach, send, progress } = useAttach(number);
  const open = useCaseTab();
  const [dialog, show] = useState<Dialog>(null);
  const [viewed, setViewed] = useState<string>();
  const [unplaced, setUnplaced] = useState(true);

  const complete = async () => {
    if (!mine && (!detail.mayClaim || !(await acts.claim()))) return;
    const answers = detail.form ? form.current?.answers() : {};
    if (!answers) return;
    draft.hold();
    const done = await acts.complete(answers);
    if (!done) return draft.send();
    draft.forget();
    next();
  };
  const staff = may(me, 'staff');
  const works = mine || detail.mayClaim;
  const view = (id: string | undefined) => {
    setViewed(id);
    if (file.data?.evidence?.length) show('viewer');
    else open.choose('evidence');
  };
  const snooze = async () => {
    if (mine && item.snoozed) return acts.wake();
    if (mine || (detail.mayClaim && (await acts.claim()))) show('snooze');
    return undefined;
  };
  const refuse = useCallback((cause: unknown) => {
    const errors = problemOf(cause).errors ?? [];
    setUnplaced(!errors.length || !form.current?.refuse(errors));
  }, []);
  useHotkeys([
    { keys: 'KeyC', run: () => { if (mine) void acts.release(); else if (detail.mayClaim) void acts.claim(); } },
    { keys: 'Mod+Enter', whileTyping: true, run: () => void complete() },
    { keys: 'KeyF', run: () => show(staff ? 'remark' : null) },
    { keys: 'KeyN', run: open.jot },
    { keys: 'KeyQ', run: () => show(staff ? 'ask' : null) },
    { keys: 'KeyT', run: () => show(works ? 'transfer' : null) },
    { keys: 'KeyH', run: () => void snooze() },
    { keys: 'KeyE', run: () => view(undefined) },
    { keys: 'KeyR', run: open.write },
  ], dialog === null);
  return (
    <>
      <CaseHeader file={file.data} item={item} number={number}>
        <TaskActions detail={detail} mine={mine} acts={acts} complete={() => void complete()} show={show} attach={attach} wake={() => void acts.wake()} />
      </CaseHeader>
      <div className="case-body">
        <div className="case-work">
          {file.data && <PlatformBanner file={file.data} />}
          {file.data && <AskedFor head={file.data.case} />}
          <TaskForm detail={detail} mine={mine} fault={acts.fault} showFault={unplaced} refuse={refuse} clear={acts.clearFault} draft={draft} upload={upload} evidence={file.data?.evidence} ref={form} />
          {file.isError ? <Failed cause={file.error} again={() => void file.refetch()} /> : file.data ? <CaseTabs file={file.data} attach={attach} open={open} view={view} /> : <Loading />}
        </div>
        {file.data && <Context file={file.data} />}
      </div>
      <DropPlace send={staff ? (files) => void send(files) : null} progress={progress} />
      {dialog && <Suspense fallback={null}><TaskDialogs dialog={dialog} item={item} file={file.data} viewed={viewed} close={() => show(null)} next={next} /></Suspense>}
    </>
  );
}

export default function TaskPane({ taskId, next }: { taskId: string; next: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const task = useQuery({ queryKey: detailKey(taskId), queryFn: () => readNewest(client, taskId) });
  if (task.data) return <TaskDesk detail={task.data} next={next} />;
  if (task.isPending) return <Loading />;
  if ([404, 410].includes(problemOf(task.error).status)) return <Empty title={t('task.goneTitle')}>{t('task.goneText')}</Empty>;
  return <Failed cause={task.error} again={() => void task.refetch()} />;
}
