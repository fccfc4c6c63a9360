import { DownloadOutlined, StopOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { cancelImport, errorsUrl, type ImportJob, type ImportState } from '../../api/imports.ts';
import { useShop } from '../../app/session.tsx';
import { said } from '../../ui/bilingual.ts';
import { FaultNote } from '../../ui/FaultNote.tsx';
import { Moment } from '../../ui/Moment.tsx';
import { Tag, type Tone } from '../../ui/Tag.tsx';
import { isOver } from './useImports.ts';

const tones: Record<ImportState, Tone> = { QUEUED: 'plain', READING: 'blue', RUNNING: 'blue', DONE: 'green', FAILED: 'red', CANCELLED: 'plain' };

function Bar({ job }: { job: ImportJob }) {
  const { t, i18n } = useTranslation();
  const number = new Intl.NumberFormat(i18n.language);
  const percent = job.total ? Math.floor((job.done / job.total) * 100) : job.state === 'DONE' ? 100 : 0;
  return (
    <div className="progress">
      <div role="progressbar" aria-label={t('imports.progress', { name: job.name })} aria-valuenow={percent} aria-valuemin={0} aria-valuemax={100} className={`progress-bar progress-${job.state}`}>
        <i style={{ width: `${percent}%` }} />
      </div>
      <span>{t('imports.rows', { done: number.format(job.done), total: job.total ? number.format(job.total) : '…' })} · {percent}%</span>
    </div>
  );
}

export function ImportRow({ job, changed }: { job: ImportJob; changed: (job: ImportJob) => void }) {
  const { t, i18n } = useTranslation();
  const shop = useShop(job.shop);
  const stop = useMutation({ mutationFn: () => cancelImport(job.id), onSuccess: changed });
  const number = new Intl.NumberFormat(i18n.language);
  return (
    <li className="card import">
      <div className="import-line">
        <b>{job.name}</b> <Tag tone={tones[job.state]}>{t(`importState.${job.state}`)}</Tag>
        <span className="quiet">{t(`importKind.${job.kind}`, job.kind)} · {shop.name} · <Moment at={job.createdAt} shop={job.shop} />{job.createdBy && ` · ${job.createdBy}`}</span>
        <span className="import-acts">
          {job.rejected > 0 && <Button size="small" icon={<DownloadOutlined />} href={errorsUrl(job.id)} download>{t('imports.errors')}</Button>}
          {!isOver(job.state) && <Button size="small" icon={<StopOutlined />} loading={stop.isPending} onClick={() => stop.mutate()}>{t('act.cancel')}</Button>}
        </span>
      </div>
      <Bar job={job} />
      <div className="import-counts">
        <span className="good">{t('imports.accepted', { rows: number.format(job.accepted) })}</span>
        <span>{t('imports.duplicate', { rows: number.format(job.duplicate) })}</span>
        <span className={job.rejected ? 'bad' : ''}>{t('imports.rejected', { rows: number.format(job.rejected) })}</span>
        <span className="quiet">{job.files.map((file) => file.name).join(t('list.and'))}</span>
      </div>
      {job.state === 'FAILED' && <p className="bad">{said(i18n.language, job.errorZh, job.errorEn)}</p>}
      <FaultNote cause={stop.error} />
    </li>
  );
}
