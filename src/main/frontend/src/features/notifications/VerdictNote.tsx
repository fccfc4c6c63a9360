import { CheckCircleFilled, SafetyCertificateFilled, StopFilled } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { Finding, Outcome, Verdict } from '../../api/messages.ts';
import { said } from '../../ui/bilingual.ts';
import { lawIn } from '../../ui/laws.ts';

const icons: Record<Outcome, React.ReactNode> = { ALLOW: <CheckCircleFilled />, LEGAL_REVIEW: <SafetyCertificateFilled />, BLOCK: <StopFilled /> };

/** One red line is told once, with all the words that met it. */
export function byLine(findings: Finding[]): Finding[] {
  const lines = new Map<string, Finding>();
  for (const finding of findings) {
    const known = lines.get(finding.line + finding.reasonZh);
    const words = [...new Set([known?.words, finding.words].filter(Boolean))].join(' · ');
    lines.set(finding.line + finding.reasonZh, { ...(known ?? finding), words });
  }
  return [...lines.values()];
}

function Reason({ finding }: { finding: Finding }) {
  const { t, i18n } = useTranslation();
  const instead = said(i18n.language, finding.insteadZh, finding.insteadEn);
  return (
    <li>
      <b>{said(i18n.language, finding.reasonZh, finding.reasonEn)}</b>
      <dl className="finding">
        {finding.words && <><dt>{t('guard.words')}</dt><dd><mark>{finding.words}</mark></dd></>}
        {finding.source && <><dt>{t('guard.source')}</dt><dd>{lawIn(i18n.language, finding.source)}</dd></>}
        {instead && <><dt>{t('guard.instead')}</dt><dd className="instead">{instead}</dd></>}
      </dl>
    </li>
  );
}

/** What the guard says: may it go, which rule speaks against it, from which law, and what may be written instead. */
export function VerdictNote({ verdict, brief }: { verdict: Verdict; brief?: boolean }) {
  const { t } = useTranslation();
  const { outcome, findings } = verdict;
  if (brief && !findings.length) return null;
  return (
    <div className={`verdict verdict-${outcome}`}>
      {!brief && <p className="verdict-line">{icons[outcome]} {t(`guard.${outcome}`)}</p>}
      {findings.length > 0 && <ul>{byLine(findings).map((finding) => <Reason key={finding.line + finding.reasonZh} finding={finding} />)}</ul>}
    </div>
  );
}
