import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { createElement, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wakeTask } from '../../api/desk.ts';
import { claimTask, completeTask, readTask, releaseTask, undoDecision } from '../../api/tasks.ts';
import { Fault, problemOf } from '../../api/http.ts';
import type { Completed, FormData, TaskDetail } from '../../api/types.ts';
import { useNotice } from '../../app/notices.tsx';
import { useRefreshCase } from '../cases/caseQueries.ts';
import { countsKey, detailKey, patchItem, putDetail } from './taskCache.ts';

/** Claim, release and complete, each with the revision that was looked at: one at a time; who is quick is waited for, not ignored. */
export function useTaskActs(taskId: string) {
  const client = useQueryClient();
  const message = useNotice();
  const { t } = useTranslation();
  const refreshCase = useRefreshCase();
  const [busy, setBusy] = useState<'claim' | 'release' | 'complete' | 'wake' | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  const running = useRef<{ act: string; over: Promise<void> } | null>(null);

  const fresh = async () => {
    const detail = await readTask(taskId);
    putDetail(client, detail);
    return detail;
  };
  const known = () => client.getQueryData<TaskDetail>(detailKey(taskId));
  const after = () => {
    void client.invalidateQueries({ queryKey: countsKey });
    const number = known()?.item.caseNumber;
    if (number) refreshCase(number);
  };
  async function once<T>(act: NonNullable<typeof busy>, run: () => Promise<T>): Promise<T | null> {
    if (running.current?.act === act) return null;
    await running.current?.over;
    let end = () => {};
    running.current = { act, over: new Promise<void>((over) => { end = over; }) };
    setBusy(act);
    setFault(null);
    try {
      return await run();
    } catch (cause) {
      setFault(cause);
      if (cause instanceof Fault && [404, 409].includes(cause.problem.status)) await fresh().catch(() => patchItem(client, taskId, (item) => ({ ...item, over: true })));
      return null;
    } finally {
      running.current = null;
      setBusy(null);
      end();
    }
  }
  const claim = () => once('claim', async () => {
    await claimTask(taskId, known()?.item.revision ?? 0);
    after();
    return fresh();
  });
  const release = () => once('release', async () => {
    await releaseTask(taskId, known()?.item.revision ?? 0);
    after();
    return fresh();
  });
  const wake = () => once('wake', async () => {
    await wakeTask(taskId);
    after();
    return fresh();
  });
  const undo = async (id: string) => {
    try {
      await undoDecision(id);
      await fresh();
      void message.success(t('task.undone'));
    } catch (cause) {
      void message.error(problemOf(cause).detail ?? t('fault.serverText'));
    }
  };
  const tell = (answer: Completed, number: string) => {
    const decision = answer?.decision;
    if (!decision?.undoSeconds) return void message.success(t('task.completed', { number }));
    const button = createElement(Button, { type: 'link', size: 'small', onClick: () => void undo(decision.id) }, t('task.undo'));
    void message.open({ type: 'success', duration: decision.undoSeconds, content: createElement('span', null, t('task.completed', { number }), button) });
  };
  const complete = (data: FormData) => once('complete', async () => {
    const item = known()?.item;
    const answer = await completeTask(taskId, item?.revision ?? 0, data);
    tell(answer, item?.caseNumber ?? '');
    patchItem(client, taskId, () => null);
    after();
    return answer ?? {};
  });
  return { busy, fault, clearFault: () => setFault(null), claim, release, complete, wake };
}
