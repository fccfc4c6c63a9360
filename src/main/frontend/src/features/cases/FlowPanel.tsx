import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '../../api/http.ts';
import { Empty, Failed, Loading } from '../../ui/states.tsx';
import { useFlow } from './caseQueries.ts';

const CasePicture = lazy(() => import('../../bpmn/CasePicture.tsx'));

/** Where the case is on its process, and what it has behind it. */
export function FlowPanel({ number }: { number: string }) {
  const { t } = useTranslation();
  const flow = useFlow(number);
  if (flow.isPending) return <Loading />;
  if (flow.isError && problemOf(flow.error).status === 404) return <Empty title={t('flow.none')} />;
  if (flow.isError) return <Failed cause={flow.error} again={() => void flow.refetch()} />;
  if (!flow.data?.xml) return <Empty title={t('flow.none')} />;
  return (
    <Suspense fallback={<Loading />}>
      <CasePicture xml={flow.data.xml} active={flow.data.active} done={flow.data.done} />
    </Suspense>
  );
}
