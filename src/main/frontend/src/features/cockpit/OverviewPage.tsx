import { BarChartOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { overviewTable, readOverview } from '../../api/cockpit.ts';
import { may } from '../../app/may.ts';
import { useMe } from '../../app/session.tsx';
import { Empty, Failed, Loading } from '../../ui/states.tsx';
import { Cod } from './Cod.tsx';
import { Frame } from './Frame.tsx';
import { Needs } from './Needs.tsx';
import { Tiles } from './Tiles.tsx';
import { useLook } from './useLook.ts';
import { withWords } from '../../i18n/screens.tsx';

const Trend = lazy(() => import('./Trend.tsx'));
const every = 5000;

/** How the house stands now and how it went. */
function OverviewPage() {
  const { t } = useTranslation();
  const { look } = useLook();
  const me = useMe();
  const allowed = may(me, 'cockpit');
  const overview = useQuery({ queryKey: ['cockpit', 'overview', look], queryFn: () => readOverview(look), refetchInterval: every, placeholderData: (old) => old, enabled: allowed });
  if (!allowed && may(me, 'incidents')) return <Navigate to="/cockpit/incidents" />;
  if (!allowed) return <main className="page"><Empty icon={<BarChartOutlined />} title={t('cockpit.notYours')} /></main>;
  return (
    <Frame freshness={overview.data?.freshness} table={overviewTable(look)}>
      {overview.isPending ? <Loading /> : overview.isError ? <Failed cause={overview.error} again={() => void overview.refetch()} /> : (
        <>
          <Needs present={overview.data.present} />
          <Tiles of={overview.data} />
          {(!look.kind || look.kind === 'COD') && <Cod look={look} />}
          <Suspense fallback={<Loading />}><Trend days={overview.data.days} /></Suspense>
        </>
      )}
    </Frame>
  );
}

export default withWords('cockpit', OverviewPage);
