import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { problemOf } from '../api/http.ts';

/** A refused act: the sentence, and each field with its rule and its way out. */
export function FaultNote({ cause, close }: { cause: unknown; close?: () => void }) {
  const { t } = useTranslation();
  if (!cause) return null;
  const problem = problemOf(cause);
  const rows = problem.errors?.length ? problem.errors : problem.rule || problem.field ? [problem] : [];
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      className="fault-note"
      closable={close ? { onClose: close } : false}
      title={problem.detail ?? problem.title ?? t(problem.status === 0 ? 'fault.networkText' : 'fault.serverText')}
      description={
        rows.length > 0 && (
          <ul>
            {rows.map((row) => (
              <li key={`${row.field}${row.rule}`}>
                {row.field && <code>{row.field}</code>} {row.rule} {row.remedy && <span className="remedy">{row.remedy}</span>}
              </li>
            ))}
          </ul>
        )
      }
    />
  );
}
