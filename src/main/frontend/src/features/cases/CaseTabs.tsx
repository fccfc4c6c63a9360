import { lazy, Suspense, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../api/types.ts';
import { Loading } from '../../ui/states.tsx';
import { EvidencePanel } from './EvidencePanel.tsx';
import { FlowPanel } from './FlowPanel.tsx';
import { ReasonsPanel } from './ReasonsPanel.tsx';
import { Timeline } from './Timeline.tsx';

const Conversation = lazy(() => import('../notifications/Conversation.tsx'));
const NotesPanel = lazy(() => import('../notes/NotesPanel.tsx'));

export type CaseTab = 'timeline' | 'messages' | 'notes' | 'flow' | 'decisions' | 'evidence';
const tabs: CaseTab[] = ['timeline', 'messages', 'notes', 'flow', 'decisions', 'evidence'];

/** Below the work: what happened, where it stands, what was handed in. */
export function CaseTabs({ file, attach, open, view }: { file: CaseFile; attach: (() => void) | null; open: ReturnType<typeof useCaseTab>; view: (id: string) => void }) {
  const { t } = useTranslation();
  const { tab, choose, writing, noting, began, note } = open;
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
        {tab === 'notes' && <Suspense fallback={<Loading />}><NotesPanel number={number} shop={file.case.shop} writing={noting} began={began} meant={note} /></Suspense>}
        {tab === 'decisions' && <ReasonsPanel number={number} shop={file.case.shop} />}
        {tab === 'flow' && <FlowPanel number={number} />}
        {tab === 'evidence' && <EvidencePanel file={file} attach={attach} view={view} />}
      </div>
    </section>
  );
}

/** Which tab is open; `write` goes straight into the field for words to the buyer, `jot` into the one for colleagues. */
export function useCaseTab(first: CaseTab = 'timeline', note?: number) {
  const [tab, choose] = useState<CaseTab>(first);
  const [writing, setWriting] = useState(false);
  const [noting, setNoting] = useState(false);
  const write = useCallback(() => {
    choose('messages');
    setWriting(true);
  }, []);
  const jot = useCallback(() => {
    choose('notes');
    setNoting(true);
  }, []);
  const began = useCallback(() => {
    setWriting(false);
    setNoting(false);
  }, []);
  return { tab, choose, writing, write, noting, jot, began, note };
}
