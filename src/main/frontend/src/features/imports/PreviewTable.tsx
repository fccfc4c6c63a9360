import { CheckCircleFilled, CloseCircleFilled } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { Preview } from '../../api/imports.ts';
import type { Money } from '../../api/types.ts';
import { moneyText } from '../../ui/money.ts';
import { leavesOf } from './leaves.ts';

const isMoney = (value: unknown): value is Money => typeof value === 'object' && value !== null && 'minor' in value && 'currency' in value;

/** The first rows as they would be taken, and what is wrong with them. */
export function PreviewTable({ preview }: { preview: Preview }) {
  const { t, i18n } = useTranslation();
  const rows = preview.rows.map((row) => ({ ...row, leaves: new Map(leavesOf(row.mapped)) }));
  const heads = [...new Set(rows.flatMap((row) => [...row.leaves.keys()]))];
  const wrong = rows.filter((row) => row.faults.length).length;
  const show = (value: unknown) => (isMoney(value) ? moneyText(value, i18n.language) : value === undefined || value === null ? '' : String(value));
  return (
    <section aria-label={t('imports.preview')}>
      <h3 className={wrong ? 'bad' : 'good'}>{wrong ? t('imports.previewWrong', { wrong, rows: rows.length }) : t('imports.previewFine', { rows: rows.length })}</h3>
      <div className="table-frame preview" role="group" aria-label={t('imports.preview')} tabIndex={0}>
        <table className="table">
          <thead><tr><th scope="col">{t('imports.row')}</th><th scope="col">{t('imports.check')}</th>{heads.map((head) => <th key={head} scope="col" className="number">{head}</th>)}</tr></thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.row}>
                <td>{row.row}</td>
                <td className={row.faults.length ? 'bad check' : 'good check'}>
                  {row.faults.length ? row.faults.map((fault) => <div key={fault.field + fault.rule}><CloseCircleFilled /> <code>{fault.field}</code> {fault.remedy}</div>) : <><CheckCircleFilled /> {t('imports.fine')}</>}
                </td>
                {heads.map((head) => <td key={head} className="cell">{show(row.leaves.get(head))}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
