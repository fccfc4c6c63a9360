import { ApartmentOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { listProcesses, readProcess, stepsTable, type ProcessLoad, type ProcessSummary, type Version } from '../../api/cockpit.ts';
import { may } from '../../app/may.ts';
import { useMe } from '../../app/session.tsx';
import { said } from '../../ui/bilingual.ts';
import { timeText } from '../../ui/time.ts';
import { Empty, Failed, Loading } from '../../ui/states.tsx';
import { countText, heatOf, heats, levelOf, type Heat } from './figures.ts';
import { Frame } from './Frame.tsx';
import { heatText, Steps } from './Steps.tsx';
import { StepCases } from './StepCases.tsx';
import { How } from './Tiles.tsx';
import { useLook } from './useLook.ts';
import { withWords } from '../../i18n/screens.tsx';

const HeatPicture = lazy(() => import('../../bpmn/HeatPicture.tsx'));
const every = 10_000;

function Choices({ all, shown, versions }: { all: ProcessSummary[]; shown: string; versions: Version[] }) {
  const { t, i18n } = useTranslation();
  const { search, change } = useLook();
  const count = (value: number) => countText(value, i18n.language);
  return (
    <>
      <label className="picker">
        <span>{t('cockpit.process')}</span>
        <select value={shown} onChange={(event) => change({ process: event.target.value, version: undefined, step: undefined })}>
          {all.map((each) => <option key={each.process} value={each.process}>{t('cockpit.processOption', { name: said(i18n.language, each.nameZh, each.nameEn) || each.process, waiting: count(each.waiting) })}</option>)}
        </select>
      </label>
      <label className="picker">
        <span>{t('cockpit.version')}</span>
        <select value={search.version ?? ''} onChange={(event) => change({ version: event.target.value || undefined, step: undefined })}>
          <option value="">{t('cockpit.everyVersion', { count: versions.length })}</option>
          {versions.map((each) => <option key={each.hash} value={each.hash}>{t('cockpit.versionOption', { number: each.number ?? each.hash, since: each.since ? timeText(each.since, i18n.language, 'Asia/Shanghai') : '–', waiting: count(each.waiting) })}</option>)}
        </select>
      </label>
    </>
  );
}

function Legend({ heat, hottest }: { heat: Heat; hottest: number }) {
  const { t, i18n } = useTranslation();
  return (
    <p className="heat-legend">
      <span>{t(`cockpit.heat.${heat}`)}</span> <How name={`heat_${heat}`} />
      <span className="heat-scale" aria-hidden="true">{[1, 2, 3, 4, 5].map((level) => <i key={level} className={`heat-box heat-box-${level}`} />)}</span>
      <span>{t('cockpit.upTo', { value: heatText(hottest, heat, t, i18n.language) })}</span>
    </p>
  );
}

/** A frame drawn around steps is not heated itself: it would paint over them and count their cases twice. */
function Shown({ of, heat }: { of: ProcessLoad; heat: Heat }) {
  const { t, i18n } = useTranslation();
  const { look, search, change } = useLook();
  const heated = useMemo(() => of.steps.filter((step) => step.type !== 'subProcess'), [of.steps]);
  const hottest = Math.max(0, ...heated.map((step) => heatOf(step, heat)));
  const spots = useMemo(
    () => heated.filter((step) => step.drawn).map((step) => ({
      activity: step.activity, level: levelOf(heatOf(step, heat), hottest), words: heatText(heatOf(step, heat), heat, t, i18n.language), failed: step.failed,
    })),
    [heated, heat, hottest, t, i18n.language],
  );
  const chosen = of.steps.find((step) => step.activity === search.step);
  return (
    <div className="process-columns">
      <div>
        <Legend heat={heat} hottest={hottest} />
        {of.xml ? <Suspense fallback={<Loading />}><HeatPicture xml={of.xml} spots={spots} chosen={search.step} choose={(step) => change({ step })} /></Suspense> : <Empty title={t('cockpit.noPicture')} />}
        <Steps steps={of.steps} chosen={search.step} choose={(step) => change({ step })} openCalled={(process) => change({ process, version: undefined, step: undefined })} />
      </div>
      {chosen && <StepCases key={chosen.activity} look={look} process={of.process} version={search.version} step={chosen} close={() => change({ step: undefined })} />}
    </div>
  );
}

/** A process as it is drawn, with the load of its steps, and the cases behind them. */
function ProcessPage() {
  const { t } = useTranslation();
  const allowed = may(useMe(), 'cockpit');
  const { look, search, change } = useLook();
  const heat = heats.find((each) => each === search.heat) ?? 'waiting';
  const all = useQuery({ queryKey: ['cockpit', 'processes', look], queryFn: () => listProcesses(look), enabled: allowed, refetchInterval: every });
  const process = search.process ?? all.data?.toSorted((a, b) => b.waiting - a.waiting)[0]?.process;
  const load = useQuery({
    queryKey: ['cockpit', 'process', process, search.version, look], queryFn: () => readProcess(look, process ?? '', search.version), enabled: Boolean(process) && allowed, refetchInterval: every,
    placeholderData: (old) => (old?.process === process ? old : undefined),
  });
  if (!allowed) return <main className="page"><Empty icon={<ApartmentOutlined />} title={t('cockpit.notYours')} /></main>;
  const failed = all.error ?? load.error;
  return (
    <Frame freshness={load.data?.freshness} table={process && stepsTable(look, process, search.version)}>
      {failed ? <Failed cause={failed} again={() => { void all.refetch(); void load.refetch(); }} /> : all.data && !process ? <Empty icon={<ApartmentOutlined />} title={t('cockpit.noProcess')}>{t('cockpit.noProcessText')}</Empty> : (
        <>
          <div className="filters">
            {process && <Choices all={all.data ?? []} shown={process} versions={load.data?.versions ?? []} />}
            <Segmented size="small" aria-label={t('cockpit.heatBy')} value={heat} options={heats.map((value) => ({ value, label: t(`cockpit.heat.${value}`) }))} onChange={(value) => change({ heat: value })} />
          </div>
          {load.data ? <Shown of={load.data} heat={heat} /> : <Loading />}
        </>
      )}
    </Frame>
  );
}

export default withWords('cockpit', ProcessPage);
