import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '../../api/http.ts';
import type { Flow } from '../../api/types.ts';
import { processName } from '../../bpmn/processText.ts';
import { Empty, Failed, Loading } from '../../ui/states.tsx';
import { useFlow } from './caseQueries.ts';

const CasePicture = lazy(() => import('../../bpmn/CasePicture.tsx'));

const levels = (flow: Flow): Flow[] => [flow, ...flow.tree.flatMap(levels)];
const keyOf = (flow: Flow) => `${flow.activity ?? ''}/${flow.process}`;

/** Where the case is on its process, and what it has behind it; a called process is a level of its own. */
export function FlowPanel({ number }: { number: string }) {
  const { t, i18n } = useTranslation();
  const flow = useFlow(number);
  const [chosen, setChosen] = useState<string | null>(null);
  if (flow.isPending) return <Loading />;
  if (flow.isError && problemOf(flow.error).status === 404) return <Empty title={t('flow.none')} />;
  if (flow.isError) return <Failed cause={flow.error} again={() => void flow.refetch()} />;
  const all = levels(flow.data);
  const shown = all.find((each) => keyOf(each) === chosen) ?? flow.data;
  return (
    <>
      {all.length > 1 && (
        <div className="chips" role="group" aria-label={t('flow.parts')}>
          {all.map((each) => (
            <button key={keyOf(each)} type="button" aria-pressed={each === shown} onClick={() => setChosen(keyOf(each))}>{processName(each.xml, i18n.language) ?? each.process}</button>
          ))}
        </div>
      )}
      <Suspense fallback={<Loading />}>
        <CasePicture key={keyOf(shown)} xml={shown.xml} active={shown.active} done={shown.done} />
      </Suspense>
    </>
  );
}
