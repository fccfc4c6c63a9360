import { Fragment, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Change } from '../../api/studio.ts';
import { said } from '../../ui/bilingual.ts';
import { tablesOf, type Decision } from './tableOf.ts';

const tone = (changes: Change[], id: string) => changes.find((change) => change.element === id)?.how.toLowerCase() ?? '';

/** A list of values may break behind each comma. */
const spaced = (text: string) => text.replaceAll('","', '", "');

/** A technical name may break where its words begin. */
const Broken = ({ name }: { name: string }) => name.split(/(?=[A-Z])/).map((part, at) => <Fragment key={at}>{at > 0 && <wbr />}{part}</Fragment>);

function One({ table, changes }: { table: Decision; changes: Change[] }) {
  const { t, i18n } = useTranslation();
  const words = (text: { zh: string; en: string }) => said(i18n.language, text.zh, text.en);
  const columns = [...table.inputs, ...table.outputs];
  return (
    <section className="decision" aria-label={table.id}>
      {words(table.about) && <p className="decision-about">{words(table.about)}</p>}
      <p className="quiet">{t('studio.hitPolicy')} <code>{table.hitPolicy}</code> {t(`studio.hit.${table.hitPolicy.replace(' ', '_')}`, '')} · {t('studio.rows', { count: table.rows.length })}</p>
      <div className="table-frame decision-frame" tabIndex={0} role="region" aria-label={t('studio.table')}>
        <table className="table decision-table">
          <thead>
            <tr>
              <th scope="col" className="right">#</th>
              {columns.map((column, place) => <th key={column.id} scope="col" className={place < table.inputs.length ? 'given' : 'answer'}>{words(column.label)}<small><code><Broken name={column.name} /></code></small></th>)}
              <th scope="col">{t('studio.why')}</th>
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row, place) => (
              <tr key={row.id} className={tone(changes, row.id)}>
                <th scope="row" className="right number">{place + 1}</th>
                {row.inputs.map((text, cell) => <td key={columns[cell]?.id ?? cell}>{text ? <code>{spaced(text)}</code> : <span className="quiet" title={t('studio.any')}>–</span>}</td>)}
                {row.outputs.map((text, cell) => <td key={columns[row.inputs.length + cell]?.id ?? cell} className="answer"><code>{spaced(text)}</code></td>)}
                <td className="decision-why">{words(row.why)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** A decision table to be read, not edited: what is given, what is answered, and why. */
export default function TableView({ xml, changes = [] }: { xml: string; changes?: Change[] }) {
  const tables = useMemo(() => tablesOf(xml), [xml]);
  return <>{tables.map((table) => <One key={table.id} table={table} changes={changes} />)}</>;
}
