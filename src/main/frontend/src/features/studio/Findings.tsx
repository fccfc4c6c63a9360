import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { problemOf } from '../../api/http.ts';
import type { Finding } from '../../api/studio.ts';
import { FaultNote } from '../../ui/FaultNote.tsx';
import { said } from '../../ui/bilingual.ts';

/** Why files were refused: each place, its rule, and what would be right. Other faults are told as everywhere. */
export function Findings({ cause }: { cause: unknown }) {
  const { t, i18n } = useTranslation();
  if (!cause) return null;
  const found = (problemOf(cause) as { findings?: Finding[] }).findings;
  if (!found?.length) return <FaultNote cause={cause} />;
  return (
    <Alert
      type="error" showIcon role="alert" title={t('studio.refused', { count: found.length })}
      description={(
        <div className="findings" role="region" tabIndex={0} aria-label={t('studio.findings')}><ul>
          {found.map((finding, place) => (
            <li key={`${finding.file}${finding.element}${finding.rule}${place}`}>
              <p>{said(i18n.language, finding.zh, finding.en)}</p>
              <small><code>{finding.file}</code> · <code>{finding.element}</code>{finding.line > 0 && ` · ${t('studio.line', { line: finding.line })}`} · <code>{finding.rule}</code></small>
            </li>
          ))}
        </ul></div>
      )}
    />
  );
}
