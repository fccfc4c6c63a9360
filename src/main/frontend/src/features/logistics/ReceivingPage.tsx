import { InboxOutlined, ScanOutlined } from '@ant-design/icons';
import { lazy, Suspense, useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '../../api/http.ts';
import { may } from '../../app/may.ts';
import { useMe } from '../../app/session.tsx';
import type { Scanned } from '../../forms/scan.ts';
import { Empty, Failed, Loading } from '../../ui/states.tsx';
import { ScanResult, ScanScreen, type ScanTarget } from '../tasks/ScanBar.tsx';
import { KnownParcel } from './KnownParcel.tsx';
import './receiving.css';
import { ScanField, toScanField } from './ScanField.tsx';
import { ScanLog, type LogEntry } from './ScanLog.tsx';
import { UnknownParcel } from './UnknownParcel.tsx';
import { UnknownParcels } from './UnknownParcels.tsx';
import { useArrival } from './useArrival.ts';

const TaskPane = lazy(() => import('../tasks/TaskPane.tsx'));
const remembered = 30;
const forForm: Scanned['kind'][] = ['counted', 'tooMany', 'filled'];
type Scan = { code: string; at: number };

/** What the scanned parcel asks for, in the order in which it becomes known. */
function Work({ scan, done }: { scan: Scan; done: (caseNumber?: string) => void }) {
  const { t } = useTranslation();
  const { arrival, waits } = useArrival(scan.code, scan.at);
  if (arrival.isPending || waits) return <Loading what={t('receiving.looking', { code: scan.code })} />;
  if (arrival.isError && problemOf(arrival.error).status === 404) return <UnknownParcel waybill={scan.code} recorded={() => done()} />;
  if (arrival.isError) return <Failed cause={arrival.error} again={() => void arrival.refetch()} />;
  const { taskId, caseNumber } = arrival.data;
  if (!taskId) return <KnownParcel arrival={arrival.data} waybill={scan.code} />;
  return <Suspense fallback={<Loading />}><TaskPane key={taskId} taskId={taskId} next={() => done(caseNumber)} /></Suspense>;
}

/** The warehouse door: one scan opens the parcel's form, the next scans count what lies in it, the last one begins the next parcel. */
export default function ReceivingPage() {
  const { t } = useTranslation();
  const [scan, setScan] = useState<Scan | null>(null);
  const [heard, setHeard] = useState<{ code: string; scanned: Scanned; at: number } | null>(null);
  const [log, setLog] = useState<LogEntry[]>([]);
  const target = useRef<ScanTarget | null>(null);
  const setTarget = useCallback((next: ScanTarget | null) => { target.current = next; }, []);
  const mayReceive = may(useMe(), 'receiving');
  const take = (code: string) => {
    const scanned = target.current?.(code) ?? { kind: 'none' as const };
    const at = Date.now();
    if (forForm.includes(scanned.kind)) return setHeard({ code, scanned, at });
    setHeard(null);
    setScan({ code, at });
  };
  const done = (caseNumber?: string) => {
    setLog((entries) => [{ code: scan?.code ?? '', at: Date.now(), caseNumber }, ...entries].slice(0, remembered));
    setHeard(null);
    setScan(null);
    toScanField();
  };
  if (!mayReceive) return <main className="page"><Empty icon={<ScanOutlined />} title={t('receiving.notYours')} /></main>;
  return (
    <main className="receiving">
      <div className="receiving-head">
        <h1>{t('nav.receiving')}</h1>
        <ScanField take={take} />
        {heard && <ScanResult key={heard.at} scanned={heard.scanned} code={heard.code} />}
      </div>
      <div className="receiving-body">
        <aside className="receiving-side" aria-label={t('receiving.side')}>
          <ScanLog entries={log} />
          <UnknownParcels />
        </aside>
        <section className="receiving-work" aria-label={t('receiving.work')}>
          <ScanScreen value={setTarget}>
            {scan ? <Work key={scan.at} scan={scan} done={done} /> : <Empty icon={<InboxOutlined />} title={t('receiving.ready')}>{t('receiving.readyText')}</Empty>}
          </ScanScreen>
        </section>
      </div>
    </main>
  );
}
