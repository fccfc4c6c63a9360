import { CloudOutlined, LockOutlined, SaveOutlined } from '@ant-design/icons';
import { lazy, Suspense, useEffect, useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { EvidenceFile, TaskDetail } from '../../api/types.ts';
import { draftIn } from '../../forms/formLanguage.ts';
import { takesScans } from '../../forms/scan.ts';
import type { FormHandle } from '../../forms/FormView.tsx';
import { FaultNote } from '../../ui/FaultNote.tsx';
import { Loading } from '../../ui/states.tsx';
import { ScanBar } from './ScanBar.tsx';
import type { useDraft } from './useDraft.ts';

const FormView = lazy(() => import('../../forms/FormView.tsx'));

type Props = {
  detail: TaskDetail; mine: boolean; fault: unknown; showFault: boolean; refuse: (cause: unknown) => void; clear: () => void;
  draft: ReturnType<typeof useDraft>; upload: (files: File[]) => Promise<EvidenceFile[]>; evidence: EvidenceFile[] | undefined; ref: RefObject<FormHandle | null>;
};

/** The question of this step, readable before anyone has taken it. */
export function TaskForm({ detail, mine, fault, showFault, refuse, clear, draft, upload, evidence, ref }: Props) {
  const { t } = useTranslation();
  const { item } = detail;
  const schema = detail.form?.schema;
  const reason = item.assignee ? 'task.readOnlyOther' : detail.mayClaim ? 'task.readOnly' : 'task.readOnlyTeam';
  const [start] = useState(() => ({ ...detail.data, ...(schema && { ...draftIn(schema, detail.draft, detail.data), ...draftIn(schema, draft.here(), detail.data) }) }));
  const uploaded = useRef(new Map<string, EvidenceFile>());
  useEffect(() => {
    if (fault) refuse(fault);
  }, [fault, refuse]);
  const desk = {
    upload: async (files: File[]) => {
      const kept = await upload(files);
      for (const file of kept) uploaded.current.set(file.id, file);
      return kept;
    },
    find: (id: string) => uploaded.current.get(id) ?? evidence?.find((file) => file.id === id),
  };
  return (
    <section className="card task-card" aria-label={t('task.form')}>
      <div className="task-card-head">
        <h3>{t('task.form')}</h3>
        {!mine && <span className="quiet"><LockOutlined /> {t(reason, { name: item.assignee?.name, team: t(`team.${item.team}`, item.team) })}</span>}
        {mine && draft.state === 'local' && <span className="quiet"><SaveOutlined /> {t('draft.local')}</span>}
        {mine && draft.state === 'saved' && <span className="quiet"><CloudOutlined /> {t('draft.saved')}</span>}
      </div>
      {fault && showFault ? <FaultNote cause={fault} close={clear} /> : null}
      {mine && takesScans(schema) && <ScanBar form={ref} />}
      {schema ? (
        <Suspense fallback={<Loading />}>
          <FormView ref={ref} schema={schema} data={start} prefill={detail.data} readOnly={!mine} evidence={desk} onChange={draft.keep} />
        </Suspense>
      ) : <p className="quiet">{t('task.noForm')}</p>}
    </section>
  );
}
