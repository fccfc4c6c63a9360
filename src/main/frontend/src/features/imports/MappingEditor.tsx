import { PlusOutlined } from '@ant-design/icons';
import { Button, Input, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Mapping } from '../../api/imports.ts';
import { LinksTable } from './LinksTable.tsx';
import { rowsOf, withValue } from './mapping.ts';
import { MappingLine } from './MappingLine.tsx';

type Props = { mapping: Mapping; change: (mapping: Mapping) => void; columns: (alias: string) => string[] };
type Face = 'fields' | 'links' | 'text';

function Rules({ mapping, change }: Omit<Props, 'columns'>) {
  const { t } = useTranslation();
  const field = (name: 'timeZone' | 'currency' | 'decimal', list?: string[]) => (
    <label>
      {t(`imports.${name}`)}
      <input value={mapping[name] ?? ''} list={list && `known-${name}`} onChange={(event) => change({ ...mapping, [name]: event.target.value || (name === 'decimal' ? '.' : null) })} />
      {list && <datalist id={`known-${name}`}>{list.map((each) => <option key={each} value={each}>{each}</option>)}</datalist>}
    </label>
  );
  return (
    <div className="quartet rules">
      {field('timeZone', ['Asia/Shanghai', 'America/Sao_Paulo', 'Europe/Berlin', 'America/New_York', 'UTC'])}
      {field('currency', ['CNY', 'BRL', 'USD', 'EUR', 'JPY'])}
      {field('decimal', ['.', ','])}
      <label>
        {t('imports.dates')}
        <input value={(mapping.dates ?? []).join(' | ')} placeholder="yyyy-MM-dd HH:mm:ss" onChange={(event) => change({ ...mapping, dates: event.target.value.split('|').map((date) => date.trim()).filter(Boolean) })} />
      </label>
    </div>
  );
}

function Fields({ mapping, change, columns }: Props) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const add = () => {
    const path = name.trim().split('.').filter(Boolean);
    if (path.length) change({ ...mapping, fields: withValue(mapping.fields, path, { column: '' }) });
    setName('');
  };
  const heads = ['field', 'from', 'content', 'as', 'words'];
  return (
    <>
      <div className="table-frame mapping-frame">
        <table className="table mapping">
          <thead><tr>{heads.map((head) => <th key={head} scope="col">{t(`mapping.${head}`)}</th>)}<th><span className="unseen">{t('mapping.remove')}</span></th></tr></thead>
          <tbody>
            {rowsOf(mapping.fields, mapping.main).map((row) => (
              <MappingLine key={row.path.join('.')} row={row} columns={columns(row.value.from ?? row.alias)} aliases={Object.keys(mapping.files)} change={(value) => change({ ...mapping, fields: withValue(mapping.fields, row.path, value) })} />
            ))}
          </tbody>
        </table>
      </div>
      <div className="add-field">
        <Input size="small" value={name} onChange={(event) => setName(event.target.value)} placeholder="buyer.address.postcode" aria-label={t('mapping.newField')} onPressEnter={add} />
        <Button size="small" icon={<PlusOutlined />} disabled={!name.trim()} onClick={add}>{t('mapping.add')}</Button>
      </div>
    </>
  );
}

function AsText({ mapping, change }: Omit<Props, 'columns'>) {
  const { t } = useTranslation();
  const [text, setText] = useState(() => JSON.stringify(mapping, null, 2));
  const [wrong, setWrong] = useState(false);
  const told = (next: string) => {
    setText(next);
    try {
      change(JSON.parse(next) as Mapping);
      setWrong(false);
    } catch {
      setWrong(true);
    }
  };
  return (
    <>
      <textarea className="as-text" value={text} spellCheck={false} rows={18} aria-label={t('mapping.text')} aria-invalid={wrong} onChange={(event) => told(event.target.value)} />
      {wrong && <p className="bad" role="alert">{t('mapping.textWrong')}</p>}
    </>
  );
}

/** How columns become fields: as a table, the links between files, or the whole as text. */
export function MappingEditor(props: Props) {
  const { t } = useTranslation();
  const [face, setFace] = useState<Face>('fields');
  return (
    <fieldset>
      <legend>{t('imports.mapping')}</legend>
      <Rules {...props} />
      <Segmented<Face> size="small" aria-label={t('imports.mapping')} value={face} onChange={setFace} options={(['fields', 'links', 'text'] as const).map((value) => ({ value, label: t(`mapping.face.${value}`) }))} className="faces" />
      {face === 'fields' && <Fields {...props} />}
      {face === 'links' && <LinksTable {...props} />}
      {face === 'text' && <AsText {...props} />}
    </fieldset>
  );
}
