import { DeleteOutlined, FileExcelOutlined, InboxOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Mapping } from '../../api/imports.ts';

type Props = { files: File[]; mapping: Mapping; named: Record<string, string>; take: (files: File[]) => void; drop: (file: File) => void; place: (alias: string, file: string) => void };

/** The files of an import, and which of them is which file of the mapping. */
export function FilesPicker({ files, mapping, named, take, drop, place }: Props) {
  const { t } = useTranslation();
  const picker = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take([...event.dataTransfer.files]);
  };
  const aliasOf = (file: File) => Object.entries(named).find(([, name]) => name === file.name)?.[0] ?? '';
  const aliases = Object.keys(mapping.files);
  const missing = aliases.filter((alias) => !mapping.files[alias]?.optional && !named[alias]);
  return (
    <fieldset>
      <legend>{t('imports.files')}</legend>
      <button type="button" className={`drop ${over ? 'drop-over' : ''}`} onClick={() => picker.current?.click()} onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)} onDrop={onDrop}>
        <InboxOutlined /> <b>{t('imports.choose')}</b> <span>{t('imports.chooseText')}</span>
      </button>
      <input ref={picker} type="file" multiple accept=".csv,.tsv,.txt,.xlsx" aria-label={t('imports.choose')} className="unseen" tabIndex={-1} onChange={(event) => { take([...(event.target.files ?? [])]); event.target.value = ''; }} />
      <ul className="plain chosen-files">
        {files.map((file) => (
          <li key={file.name}>
            <FileExcelOutlined /> <span>{file.name}</span>
            <select aria-label={t('imports.fileIs', { name: file.name })} value={aliasOf(file)} onChange={(event) => place(event.target.value, file.name)}>
              <option value="" disabled>{t('imports.fileUnknown')}</option>
              {aliases.map((alias) => <option key={alias} value={alias}>{alias}</option>)}
            </select>
            <Button size="small" type="text" icon={<DeleteOutlined />} aria-label={t('imports.remove', { name: file.name })} onClick={() => drop(file)} />
          </li>
        ))}
      </ul>
      {files.length > 0 && missing.length > 0 && <p className="bad" role="status">{t('imports.missing', { files: missing.map((alias) => mapping.files[alias]?.file ?? alias).join('、') })}</p>}
    </fieldset>
  );
}
