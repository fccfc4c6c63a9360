import { CheckCircleOutlined, StopOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { incidentsTable, listIncidents } from '../../api/cockpit.ts';
import { may } from '../../app/may.ts';
import { useMe } from '../../app/session.tsx';
import { Empty, Failed, Loading } from '../../ui/states.tsx';
import { Frame } from './Frame.tsx';
import { Group } from './Group.tsx';
import { RetryProgress } from './RetryProgress.tsx';
import { useLook } from './useLook.ts';
import { withWords } from '../../i18n/screens.tsx';

const every = 10_000;

/** What stopped, by cause in plain words; tried again one by one or together. */
function IncidentsPage() {
  const { t } = useTranslation();
  const { look, search, change } = useLook();
  const [retry, setRetry] = useState<number | null>(null);
  const allowed = may(useMe(), 'incidents');
  const groups = useQuery({ queryKey: ['cockpit', 'incidents', look], queryFn: () => listIncidents(look), enabled: allowed, refetchInterval: every });
  if (!allowed) return <main className="page"><Empty icon={<StopOutlined />} title={t('cockpit.notYours')} /></main>;
  return (
    <Frame table={incidentsTable(look)} withPeriod={false}>
      {retry !== null && <RetryProgress key={retry} id={retry} close={() => setRetry(null)} />}
      {groups.isPending ? <Loading /> : groups.isError ? <Failed cause={groups.error} again={() => void groups.refetch()} /> : groups.data.length ? (
        <ul className="groups" aria-label={t('cockpit.tab.incidents')}>
          {groups.data.map((group) => <Group key={group.key} group={group} look={look} open={search.group === group.key} toggle={() => change({ group: search.group === group.key ? undefined : group.key })} started={setRetry} />)}
        </ul>
      ) : <Empty icon={<CheckCircleOutlined />} title={t('cockpit.noIncidents')}>{t('cockpit.noIncidentsText')}</Empty>}
    </Frame>
  );
}

export default withWords('cockpit', IncidentsPage);
