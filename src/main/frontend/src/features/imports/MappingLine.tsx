import { DeleteOutlined } from '@ant-design/icons';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Value } from '../../api/imports.ts';
import { contentOf, fromOf, said, wordsFrom, wordsText, type From, type Row } from './mapping.ts';

const types = ['', 'text', 'instant', 'money', 'integer', 'flag'];
const sources: From[] = ['column', 'constant', 'template'];

type Props = { row: Row; columns: string[]; aliases: string[]; change: (value: Value | null) => void };

/** One field: what it is made of, read as what, with which words changed. */
export function MappingLine({ row, columns, aliases, change }: Props) {
  const { t } = useTranslation();
  const list = useId();
  const name = row.path.join('.');
  const { value } = row;
  const from = fromOf(value);
  const fileAt = value.from ?? row.alias;
  return (
    <tr className={contentOf(value) === '' ? 'unused' : ''}>
      <td className="number">{name}</td>
      <td><div className="mapping-from">
        <select aria-label={`${name} ${t('mapping.from')}`} value={from} onChange={(event) => change(said(value, event.target.value as From, contentOf(value)))}>
          {sources.map((each) => <option key={each} value={each}>{t(`mapping.source.${each}`)}</option>)}
        </select>
        {from === 'column' && aliases.length > 1 && (
          <select aria-label={`${name} ${t('mapping.file')}`} value={fileAt} onChange={(event) => change({ ...value, from: event.target.value === row.alias ? undefined : event.target.value })}>
            {aliases.map((alias) => <option key={alias}>{alias}</option>)}
          </select>
        )}
      </div></td>
      <td>
        <input aria-label={`${name} ${t('mapping.content')}`} list={from === 'column' ? list : undefined} value={contentOf(value)} placeholder={t('mapping.unused')} onChange={(event) => change(said(value, from, event.target.value))} />
        <datalist id={list}>{columns.map((column) => <option key={column} value={column}>{column}</option>)}</datalist>
        {from === 'column' && value.column && columns.length > 0 && !columns.includes(value.column) && <small className="bad">{t('mapping.noColumn')}</small>}
      </td>
      <td>
        <select aria-label={`${name} ${t('mapping.as')}`} value={value.as ?? ''} onChange={(event) => change({ ...value, as: event.target.value || undefined })}>
          {types.map((type) => <option key={type} value={type}>{t(`mapping.type.${type || 'plain'}`)}</option>)}
        </select>
      </td>
      <td><input aria-label={`${name} ${t('mapping.words')}`} defaultValue={wordsText(value.values)} placeholder="paid=PAID; sent=SHIPPED" onBlur={(event) => change({ ...value, values: wordsFrom(event.target.value) })} /></td>
      <td><button type="button" className="bare" aria-label={t('mapping.removeField', { name })} title={t('mapping.remove')} onClick={() => change(null)}><DeleteOutlined /></button></td>
    </tr>
  );
}
