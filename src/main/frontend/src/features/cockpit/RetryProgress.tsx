import { CheckCircleFilled, CloseCircleFilled, CloseOutlined, MinusCircleFilled } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { readRetry, type RetryRow } from '../../api/cockpit.ts';
import { said } from '../../ui/bilingual.ts';
import { Failed, Loading } from '../../ui/states.tsx';

const icons = { DONE: <CheckCircleFilled className="good" />, FAILED: <CloseCircleFilled className="bad" />, GONE: <MinusCircleFilled className="quiet" />, WAITING: null };

function Row({ row }: { row: RetryRow }) {
  const { t, i18n } = useTranslation();
  return (
    <li>
      {icons[row.state]} {row.caseNumber ? <Link to="/cases/$number" params={{ number: row.caseNumber }} className="number">{row.caseNumber}</Link> : <span className="number">{row.ref}</span>}{' '}
      {row.state === 'WAITING' ? t('cockpit.inLine') : said(i18n.language, row.toldZh, row.toldEn)}
    </li>
  );
}

/** How a retry goes on, and what became of each thing. */
export function RetryProgress({ id, close }: { id: number; close: () => void }) {
  const { t, i18n } = useTranslation();
  const client = useQueryClient();
  const shown = useQuery({ queryKey: ['cockpit', 'retry', id], queryFn: () => readRetry(id), refetchInterval: (query) => (query.state.data?.retry.state === 'DONE' ? false : 1000) });
  const done = shown.data?.retry.state === 'DONE';
  useEffect(() => {
    if (!done) return;
    void client.invalidateQueries({ queryKey: ['cockpit', 'incidents'] });
  }, [done, client]);
  if (shown.isPending) return <Loading />;
  if (shown.isError) return <Failed cause={shown.error} again={() => void shown.refetch()} />;
  const { retry, rows } = shown.data;
  const stands = done ? 'cockpit.retryDone' : retry.state === 'ASKED' ? 'cockpit.retryAsked' : 'cockpit.retryGoes';
  const percent = retry.total ? Math.floor((retry.done / retry.total) * 100) : 100;
  return (
    <section className="card retry" aria-label={t('cockpit.retryTitle')}>
      <div className="step-head"><h2>{t('cockpit.retryTitle')} · {said(i18n.language, retry.titleZh, retry.titleEn)}</h2><Button size="small" type="text" icon={<CloseOutlined />} aria-label={t('cockpit.close')} onClick={close} /></div>
      <div role="progressbar" aria-label={t('cockpit.retryTitle')} aria-valuenow={percent} aria-valuemin={0} aria-valuemax={100} className="retry-bar"><i style={{ width: `${percent}%` }} /></div>
      <p role="status">{t(stands, { total: retry.total, done: retry.done, succeeded: retry.succeeded, failed: retry.failed })}</p>
      <ul className="retry-rows">{rows.map((row) => <Row key={row.n} row={row} />)}</ul>
    </section>
  );
}
