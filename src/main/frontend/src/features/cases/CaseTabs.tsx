import { lazy, Suspense, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../api/types.ts';
import { Loading } from '../../ui/states.tsx';
import { EvidencePanel } from './EvidencePanel.tsx';
import { FlowPanel } from './FlowPanel.tsx';
import { Timeline } from './Timeline.tsx';

const Conversation = lazy(() => import('../notifications/Conversation.tsx'));

export type CaseTab = 'timeline' | 'messages' | 'flow' | 'evidence';
const tabs: CaseTab[] = ['timeline', 'messages', 'flow', 'evidence'];

/** Below the work: what happened, where it stands, what was handed in. */
export function CaseTabs({ file, attach, open }: { file: CaseFile; attach: (() => void) | null; open: ReturnType<typeof useCaseTab> }) {
  const { t } = useTranslation();
  const { tab, choose, writing, began } = open;
  const number = file.case.number;
  return (
    <section className="case-tabs">
      <div role="tablist" aria-label={t('case.tabs')}>
        {tabs.map((each) => (
          <button key={each} type="button" role="tab" id={`tab-${each}`} aria-selected={tab === each} aria-controls="case-tab" onClick={() => choose(each)}>
            {t(`tab.${each}`)}{each === 'evidence' && file.evidence?.length ? <span className="count">{file.evidence.length}</span> : null}
          </button>
        ))}
      </div>
      <div role="tabpanel" id="case-tab" aria-labelledby={`tab-${tab}`}>
        {tab === 'timeline' && <Timeline number={number} shop={file.case.shop} />}
        {tab === 'messages' && <Suspense fallback={<Loading />}><Conversation file={file} writing={writing} began={began} /></Suspense>}
        {tab === 'flow' && <FlowPanel number={number} />}
        {tab === 'evidence' && <EvidencePanel file={file} attach={attach} />}
      </div>
    </section>
  );
}

/** Which tab is open; `write` goes straight into the field for words to the buyer. */
export function useCaseTab(first: CaseTab = 'timeline') {
  const [tab, choose] = useState<CaseTab>(first);
  const [writing, setWriting] = useState(false);
  const write = useCallback(() => {
    choose('messages');
    setWriting(true);
  }, []);
  const began = useCallback(() => setWriting(false), []);
  return { tab, choose, writing, write, began };
}
