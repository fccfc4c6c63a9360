import { useTranslation } from 'react-i18next';
import type { ReactNode } from 'react';
import { evidenceUrl } from '../../api/cases.ts';
import type { ClaimFolder, Paper } from '../../api/claims.ts';
import { Amount } from '../../ui/Amount.tsx';
import { Moment } from '../../ui/Moment.tsx';
import { Tag, type Tone } from '../../ui/Tag.tsx';

const said: Record<string, Tone> = { AGREED: 'green', PART: 'amber', DENIED: 'red', FAILED: 'red', ASKS_MORE: 'amber', RECEIVED: 'blue' };
type Step = { at: string; key: string; what: ReactNode };

/** Filings, answers, money and decisions in the order they happened, newest first. */
export function Story({ folder }: { folder: ClaimFolder }) {
  const { t } = useTranslation();
  const steps: Step[] = [
    ...folder.filings.map((filing) => ({ at: filing.at, key: filing.number, what: <><b>{t(`claims.filing.${filing.kind}`)}</b> <span className="number">{filing.number}</span> <Amount of={filing.amount} /> <small>{t(`claims.channel.${filing.channel}`, filing.channel)}</small><details><summary>{t('claims.words')}</summary><p className="claim-words">{filing.words}</p></details></> })),
    ...folder.answers.map((answer) => ({ at: answer.at, key: answer.verdict + answer.number + answer.reference + answer.source, what: <><Tag tone={said[answer.verdict]}>{t(`claims.verdict.${answer.verdict}`)}</Tag> <Amount of={answer.amount} strong /> <small>{t(`claims.source.${answer.source}`)} {answer.reference}</small>{answer.words && <blockquote>{answer.words}</blockquote>}</> })),
    ...folder.receipts.map((receipt) => ({ at: receipt.line.paidAt, key: `receipt-${receipt.id}`, what: <><b>{t(receipt.line.reverses ? 'claims.entry.reversed' : 'claims.entry.received')}</b> <Amount of={receipt.line.amount} strong /> <small className="number">{receipt.line.lineId}</small></> })),
    ...folder.decisions.map((decision, n) => ({ at: decision.at, key: `decision-${n}`, what: <><b>{decision.by}</b> {t(`claims.decision.${decision.what}`, decision.what)}{decision.reason && <blockquote>{decision.reason}</blockquote>}</> })),
    ...(folder.claim.times.foundAt ? [{ at: folder.claim.times.foundAt, key: 'found', what: <><b>{t('claims.at.foundAt')}</b>{folder.claim.foundWords && <blockquote>{folder.claim.foundWords}</blockquote>}</> }] : []),
    ...(folder.claim.state === 'WITHDRAWN' && folder.claim.times.closedAt ? [{ at: folder.claim.times.closedAt, key: 'withdrawn', what: <b>{t('claims.state.WITHDRAWN')}</b> }] : []),
  ].toSorted((one, other) => other.at.localeCompare(one.at));
  return (
    <section className="card" aria-label={t('claims.story')}>
      <h3>{t('claims.story')}</h3>
      {steps.length ? <ol className="plain claim-story">{steps.map((step) => <li key={step.key}><Moment at={step.at} shop={folder.claim.shop} /><div>{step.what}</div></li>)}</ol> : <p className="quiet">{t('claims.nothingYet')}</p>}
    </section>
  );
}

/** What was laid before the carrier, by hash. */
export function Papers({ papers }: { papers: Paper[] }) {
  const { t } = useTranslation();
  return (
    <section className="card" aria-label={t('claims.papers')}>
      <h3>{t('claims.papers')}</h3>
      <ul className="plain claim-papers">
        {papers.map((paper) => (
          <li key={paper.n}>
            {paper.evidenceId ? <a href={evidenceUrl(paper.evidenceId)} target="_blank" rel="noreferrer">{paper.name}</a> : <span>{paper.name}</span>} <small>{t(`claims.origin.${paper.origin}`)}{paper.filing > 1 && ` · ${t('claims.filedWith', { n: paper.filing })}`}</small>
            <small className="number" title={paper.sha256}>SHA-256 {paper.sha256.slice(0, 16)}…</small>
          </li>
        ))}
      </ul>
    </section>
  );
}
