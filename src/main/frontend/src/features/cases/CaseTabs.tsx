import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../api/types.ts';
import { EvidencePanel } from './EvidencePanel.tsx';
import { FlowPanel } from './FlowPanel.tsx';
import { Timeline } from './Timeline.tsx';

export type CaseTab = 'timeline' | 'flow' | 'evidence';
const tabs: CaseTab[] = ['timeline', 'flow', 'evidence'];

/** Below the work: what happened, where it stands, what was handed in. */
export function CaseTabs({ file, attach, tab, choose }: { file: CaseFile; attach: (() => void) | null; tab: CaseTab; choose: (tab: CaseTab) => void }) {
  const { t } = useTranslation();
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
        {tab === 'flow' && <FlowPanel number={number} />}
        {tab === 'evidence' && <EvidencePanel file={file} attach={attach} />}
      </div>
    </section>
  );
}

export const useCaseTab = () => useState<CaseTab>('timeline');
