import { FilePdfOutlined, FileTextOutlined, PaperClipOutlined, VideoCameraOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { evidenceUrl, thumbnailUrl } from '../../api/cases.ts';
import type { CaseFile, EvidenceFile } from '../../api/types.ts';
import { Moment } from '../../ui/Moment.tsx';
import { Empty } from '../../ui/states.tsx';
import { clockText } from '../../ui/time.ts';

const icons: [RegExp, React.ReactNode][] = [[/^video/, <VideoCameraOutlined key="v" />], [/pdf/, <FilePdfOutlined key="p" />], [/./, <FileTextOutlined key="t" />]];
const kilo = 1024;
const sizeText = (bytes: number) => (bytes < kilo * kilo ? `${Math.max(1, Math.round(bytes / kilo))} KB` : `${(bytes / kilo / kilo).toFixed(1)} MB`);

function Item({ file, shop, view }: { file: EvidenceFile; shop: string; view: (id: string) => void }) {
  const { t, i18n } = useTranslation();
  const picture = file.type.startsWith('image') && file.thumbnail !== false;
  return (
    <li>
      {picture
        ? <button type="button" className="evidence-open" onClick={() => view(file.id)}><img src={thumbnailUrl(file.id)} alt={file.name} width={96} height={96} /></button>
        : /^video/.test(file.type) ? <button type="button" className="evidence-open evidence-paper" aria-label={file.name} onClick={() => view(file.id)}><VideoCameraOutlined /></button>
          : <a className="evidence-paper" href={evidenceUrl(file.id)} target="_blank" rel="noreferrer" aria-label={file.name}>{icons.find(([pattern]) => pattern.test(file.type))?.[1]}</a>}
      <span className="evidence-name" title={file.name}>{file.name}</span>
      <small>{sizeText(file.size)} · <Moment at={file.at} shop={shop} /></small>
      {file.taken && <small title={t('evidence.takenText')}>{t('evidence.taken', { at: clockText(file.taken, i18n.language) })}</small>}
    </li>
  );
}

/** All files of a case: pictures and films open in the viewer, papers are saved. */
export function EvidencePanel({ file, attach, view }: { file: CaseFile; attach: (() => void) | null; view: (id: string) => void }) {
  const { t } = useTranslation();
  return (
    <div className="evidence-panel">
      {file.evidence?.length ? (
        <ul>{file.evidence.map((each) => <Item key={each.id} file={each} shop={file.case.shop} view={view} />)}</ul>
      ) : <Empty icon={<PaperClipOutlined />} title={t('evidence.empty')}>{attach && t('evidence.emptyText')}</Empty>}
      {attach && <Button icon={<PaperClipOutlined />} onClick={attach}>{t('evidence.add')}</Button>}
    </div>
  );
}
