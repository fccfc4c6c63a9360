import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Mapping, Source } from '../../api/imports.ts';

const list = (text: string) => text.split(',').map((each) => each.trim()).filter(Boolean);
type Props = { mapping: Mapping; change: (mapping: Mapping) => void };

function Link({ alias, source, mapping, change }: Props & { alias: string; source: Source }) {
  const { t } = useTranslation();
  const main = alias === mapping.main;
  const set = (next: Source | null) => {
    const { [alias]: _, ...others } = mapping.files;
    change({ ...mapping, files: next ? { ...mapping.files, [alias]: next } : others });
  };
  return (
    <tr>
      <td className="number">{alias}</td>
      <td><input aria-label={`${alias} ${t('links.file')}`} value={source.file ?? ''} placeholder="*orders*" onChange={(event) => set({ ...source, file: event.target.value || null })} /></td>
      {main ? <td colSpan={3} className="quiet">{t('links.main')}</td> : (
        <>
          <td>
            <select aria-label={`${alias} ${t('links.from')}`} value={source.from ?? mapping.main} onChange={(event) => set({ ...source, from: event.target.value })}>
              {Object.keys(mapping.files).filter((each) => each !== alias).map((each) => <option key={each}>{each}</option>)}
            </select>
          </td>
          <td><input aria-label={`${alias} ${t('links.key')}`} value={(source.key ?? []).join(', ')} onChange={(event) => set({ ...source, key: list(event.target.value), of: undefined })} /></td>
          <td><input type="checkbox" aria-label={`${alias} ${t('links.optional')}`} checked={Boolean(source.optional)} onChange={(event) => set({ ...source, optional: event.target.checked })} /></td>
        </>
      )}
    </tr>
  );
}

/** Which files hang together, and by which columns. */
export function LinksTable(props: Props) {
  const { t } = useTranslation();
  const { mapping, change } = props;
  const next = `file${Object.keys(mapping.files).length + 1}`;
  return (
    <>
      <div className="table-frame mapping-frame">
        <table className="table mapping">
          <thead><tr>{['alias', 'file', 'from', 'key', 'optional'].map((head) => <th key={head} scope="col">{t(`links.${head}`)}</th>)}</tr></thead>
          <tbody>{Object.entries(mapping.files).map(([alias, source]) => <Link key={alias} alias={alias} source={source} {...props} />)}</tbody>
        </table>
      </div>
      <Button size="small" icon={<PlusOutlined />} className="faces" onClick={() => change({ ...mapping, files: { ...mapping.files, [next]: { key: [] } } })}>{t('links.add')}</Button>
    </>
  );
}
