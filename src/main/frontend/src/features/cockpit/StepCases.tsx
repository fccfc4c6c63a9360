import { CheckCircleOutlined, CloseOutlined } from '@ant-design/icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { listAtStep, type AtStep, type Look, type Step } from '../../api/cockpit.ts';
import { said } from '../../ui/bilingual.ts';
import { Moment } from '../../ui/Moment.tsx';
import { SlaClock } from '../../ui/SlaClock.tsx';
import { Empty, Failed, Loading } from '../../ui/states.tsx';
import { Tag } from '../../ui/Tag.tsx';

function Row({ at }: { at: AtStep }) {
  const { t } = useTranslation();
  return (
    <li className={at.error ? 'at-step at-failed' : 'at-step'}>
      <p><Link to="/cases/$number" params={{ number: at.caseNumber }} className="number">{at.caseNumber}</Link> <Tag tone={at.error ? 'red' : 'plain'}>{at.error ? t('cockpit.isFailed') : t(`kind.${at.kind}`, at.kind)}</Tag></p>
      <p className="quiet">{t('cockpit.sinceMoment')} <Moment at={at.since} shop={at.shop} /> {at.dueAt && <SlaClock dueAt={at.dueAt} />} {at.assignee}</p>
      {at.error && <p className="at-error">{at.error}</p>}
    </li>
  );
}

/** The cases at a step; those that failed first, then those that wait, the longest first. */
export function StepCases({ look, process, version, step, close }: { look: Look; process: string; version: string | undefined; step: Step; close: () => void }) {
  const { t, i18n } = useTranslation();
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  const found = useInfiniteQuery({
    queryKey: ['cockpit', 'step', look, process, version, step.activity], queryFn: ({ pageParam }) => listAtStep(look, process, step.activity, version, pageParam),
    initialPageParam: null as string | null, getNextPageParam: (page) => page.next,
  });
  const rows = found.data?.pages.flatMap((page) => [...page.failed, ...page.items]) ?? [];
  const name = said(i18n.language, step.nameZh, step.nameEn) || step.activity;
  return (
    <aside className="card step-cases" aria-label={t('cockpit.casesAt', { name })}>
      <div className="step-head"><h2 ref={head} tabIndex={-1}>{t('cockpit.casesAt', { name })}</h2><Button size="small" type="text" icon={<CloseOutlined />} aria-label={t('cockpit.close')} onClick={close} /></div>
      {found.isPending ? <Loading /> : found.isError ? <Failed cause={found.error} again={() => void found.refetch()} /> : rows.length ? (
        <>
          <ul>{rows.map((at) => <Row key={at.instance} at={at} />)}</ul>
          {found.hasNextPage && <Button className="more" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>{t('cases.more')}</Button>}
        </>
      ) : <Empty icon={<CheckCircleOutlined />} title={t('cockpit.nobodyAt')} />}
    </aside>
  );
}
