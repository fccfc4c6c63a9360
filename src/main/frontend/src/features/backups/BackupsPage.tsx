import { DatabaseOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { backupsKey, listBackups, makeBackup, manifestOf, type Backup, type BackupRun } from '../../api/backups.ts';
import { problemOf } from '../../api/http.ts';
import { may } from '../../app/may.ts';
import { useNotice } from '../../app/notices.tsx';
import { useMe } from '../../app/session.tsx';
import { Moment } from '../../ui/Moment.tsx';
import { Empty, Failed, Loading } from '../../ui/states.tsx';
import './backups.css';
import { FreezeCard } from './FreezeCard.tsx';

const running = (run: BackupRun | null | undefined) => run?.state === 'RUNNING';
const numbers = ['rows', 'files', 'size'];
const megabytes = (bytes: number, language: string) => new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(bytes / 1_000_000);

function Run({ run }: { run: BackupRun }) {
  const { t } = useTranslation();
  if (run.state === 'FAILED') return <Alert type="error" showIcon title={t('backups.failed', { name: run.name })} description={run.fault} />;
  if (run.state === 'DONE') return <Alert type="success" showIcon title={t('backups.finished', { name: run.name })} />;
  const percent = run.all ? Math.floor((run.done / run.all) * 100) : 0;
  return (
    <div className="backup-run" role="status">
      <span>{t(`backups.step.${run.step}`, { done: run.done, all: run.all })}</span>
      <Progress percent={percent} aria-label={t('backups.running')} />
    </div>
  );
}

function Row({ backup }: { backup: Backup }) {
  const { t, i18n } = useTranslation();
  const number = new Intl.NumberFormat(i18n.language);
  return (
    <tr>
      <td className="number">{backup.name}</td>
      <td><Moment at={backup.at} shop={undefined} /></td>
      <td className="right">{number.format(backup.rows)}</td>
      <td className="right">{number.format(backup.files)}</td>
      <td className="right">{t('backups.megabytes', { size: megabytes(backup.bytes, i18n.language) })}</td>
      <td className="number">{backup.schema}</td>
      <td className="right"><a href={manifestOf(backup.name)} download>{t('backups.manifest')}</a></td>
    </tr>
  );
}

function Shelf() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const notice = useNotice();
  const shelf = useQuery({ queryKey: backupsKey, queryFn: listBackups, refetchInterval: ({ state }) => (running(state.data?.last) ? 1_000 : false) });
  const make = useMutation({
    mutationFn: makeBackup,
    onSuccess: () => client.invalidateQueries({ queryKey: backupsKey }),
    onError: (cause) => void notice.error(problemOf(cause).detail ?? t('fault.serverText')),
  });
  if (shelf.isPending) return <Loading />;
  if (shelf.isError) return <Failed cause={shelf.error} again={() => void shelf.refetch()} />;
  const { folder, last, items } = shelf.data;
  return (
    <section aria-label={t('backups.list')}>
      <div className="backups-head">
        <h2>{t('backups.list')}</h2>
        <Button type="primary" loading={make.isPending || running(last)} onClick={() => make.mutate()}>{t('backups.make')}</Button>
      </div>
      <p className="backups-note">{t('backups.where')} <code>{folder}</code></p>
      {last && <Run run={last} />}
      {items.length ? (
        <div className="table-frame">
          <table className="table">
            <thead><tr>{['name', 'at', 'rows', 'files', 'size', 'schema'].map((head) => <th key={head} scope="col" className={numbers.includes(head) ? 'right' : undefined}>{t(`backups.col.${head}`)}</th>)}<th><span className="unseen">{t('backups.manifest')}</span></th></tr></thead>
            <tbody>{items.map((backup) => <Row key={backup.name} backup={backup} />)}</tbody>
          </table>
        </div>
      ) : <Empty icon={<DatabaseOutlined />} title={t('backups.none')}>{t('backups.noneText')}</Empty>}
    </section>
  );
}

/** Copies of the whole house, and the switch that keeps everything inside. */
export default function BackupsPage() {
  const { t } = useTranslation();
  if (!may(useMe(), 'backups')) return <main className="page"><Empty icon={<DatabaseOutlined />} title={t('backups.notYours')} /></main>;
  return (
    <main className="page backups">
      <div className="page-head"><h1>{t('nav.backups')}</h1></div>
      <FreezeCard />
      <Shelf />
    </main>
  );
}
