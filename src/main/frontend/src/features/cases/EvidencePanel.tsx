import { FilePdfOutlined, FileTextOutlined, PaperClipOutlined, VideoCameraOutlined } from '@ant-design/icons';
import { Button, Image } from 'antd';
import { useTranslation } from 'react-i18next';
import { evidenceUrl, thumbnailUrl } from '../../api/cases.ts';
import type { CaseFile, EvidenceFile } from '../../api/types.ts';
import { Moment } from '../../ui/Moment.tsx';
import { Empty } from '../../ui/states.tsx';

const icons: [RegExp, React.ReactNode][] = [[/^video/, <VideoCameraOutlined key="v" />], [/pdf/, <FilePdfOutlined key="p" />], [/./, <FileTextOutlined key="t" />]];
const kilo = 1024;
const sizeText = (bytes: number) => (bytes < kilo * kilo ? `${Math.max(1, Math.round(bytes / kilo))} KB` : `${(bytes / kilo / kilo).toFixed(1)} MB`);

function Item({ file, shop }: { file: EvidenceFile; shop: string }) {
  const picture = file.type.startsWith('image') && file.thumbnail !== false;
  return (
    <li>
      {picture
        ? <Image src={thumbnailUrl(file.id)} preview={{ src: evidenceUrl(file.id) }} alt={file.name} width={96} height={96} />
        : <a className="evidence-paper" href={evidenceUrl(file.id)} target="_blank" rel="noreferrer" aria-label={file.name}>{icons.find(([pattern]) => pattern.test(file.type))?.[1]}</a>}
      <span className="evidence-name" title={file.name}>{file.name}</span>
      <small>{sizeText(file.size)} · <Moment at={file.at} shop={shop} /></small>
    </li>
  );
}

/** All files of a case: pictures open in a viewer, papers and films in a new tab. */
export function EvidencePanel({ file, attach }: { file: CaseFile; attach: (() => void) | null }) {
  const { t } = useTranslation();
  return (
    <div className="evidence-panel">
      {file.evidence?.length ? (
        <Image.PreviewGroup>
          <ul>{file.evidence.map((each) => <Item key={each.id} file={each} shop={file.case.shop} />)}</ul>
        </Image.PreviewGroup>
      ) : <Empty icon={<PaperClipOutlined />} title={t('evidence.empty')}>{t('evidence.emptyText')}</Empty>}
      {attach && <Button icon={<PaperClipOutlined />} onClick={attach}>{t('evidence.add')}</Button>}
    </div>
  );
}
