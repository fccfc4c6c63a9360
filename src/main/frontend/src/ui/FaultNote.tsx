import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { problemOf } from '../api/http.ts';

/** Where the fault stands: which line of a list, or the field's own word. */
function Place({ field }: { field: string }) {
  const { t } = useTranslation();
  const line = /\[(\d+)\]/.exec(field);
  return line ? <small>{t('fault.line', { n: Number(line[1]) + 1 })}</small> : <code>{field}</code>;
}

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
      title={rows.length ? t('fault.fields', { count: rows.length }) : (problem.detail ?? t(problem.status === 0 ? 'fault.networkText' : 'fault.serverText'))}
      description={
        rows.length > 0 && (
          <ul>
            {rows.map((row) => (
              <li key={`${row.field}${row.rule}`}>
                {row.remedy ?? row.rule} {row.field && <Place field={row.field} />}
              </li>
            ))}
          </ul>
        )
      }
    />
  );
}
