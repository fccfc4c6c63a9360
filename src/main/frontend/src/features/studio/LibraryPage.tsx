import { CloudUploadOutlined, LaptopOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Input, Segmented } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listModels, type Entry, type Kind } from '../../api/studio.ts';
import { may } from '../../app/may.ts';
import { useMe } from '../../app/session.tsx';
import { withWords } from '../../i18n/screens.tsx';
import { Empty, Failed, Loading } from '../../ui/states.tsx';
import { ModelCard } from './ModelCard.tsx';
import { StudioFrame } from './StudioFrame.tsx';

const ProposeDialog = lazy(() => import('./ProposeDialog.tsx'));
const ModelerDrawer = lazy(() => import('./ModelerDrawer.tsx'));
const kinds: (Kind | '')[] = ['', 'PROCESS', 'DECISION', 'FORM'];

const fits = (entry: Entry, q: string, kind: string, room: string) =>
  (!kind || entry.kind === kind) && (!room || entry.room === room)
  && (!q || [entry.file, entry.title.zh, entry.title.en, entry.byName, ...entry.uses.map((link) => link.file)].some((text) => text.toLowerCase().includes(q.toLowerCase())));

/** Every process, decision and form in force. */
function LibraryPage() {
  const { t } = useTranslation();
  const me = useMe();
  const { q = '', kind = '' as Kind | '', room = '' } = useSearch({ from: '/studio' });
  const navigate = useNavigate({ from: '/studio' });
  const [dialog, setDialog] = useState<'propose' | 'modeler' | null>(null);
  const models = useQuery({ queryKey: ['studio', 'models'], queryFn: listModels, enabled: may(me, 'studio') });
  const rooms = [...new Set(models.data?.map((model) => model.room))].toSorted();
  const shown = models.data?.filter((model) => fits(model, q, kind, room)).toSorted((one, other) => kinds.indexOf(one.kind) - kinds.indexOf(other.kind)) ?? [];
  const acts = (
    <>
      <Button icon={<LaptopOutlined />} onClick={() => setDialog('modeler')}>{t('studio.modeler')}</Button>
      {may(me, 'publish') && <Button type="primary" icon={<CloudUploadOutlined />} onClick={() => setDialog('propose')}>{t('studio.publish')}</Button>}
    </>
  );
  return (
    <StudioFrame acts={acts}>
      <div className="studio-filter">
        <Input.Search key={q} defaultValue={q} allowClear aria-label={t('studio.search')} placeholder={t('studio.search')} className="page-search" onSearch={(text) => void navigate({ search: (old) => ({ ...old, q: text.trim() || undefined }) })} />
        <Segmented<Kind | ''> aria-label={t('studio.tab.library')} value={kind} options={kinds.map((value) => ({ value, label: t(value ? `studio.kind.${value}` : 'studio.kind.any') }))} onChange={(value) => void navigate({ search: (old) => ({ ...old, kind: value || undefined }) })} />
        <select aria-label={t('studio.room')} value={room} onChange={(event) => void navigate({ search: (old) => ({ ...old, room: event.target.value || undefined }) })}>
          <option value="">{t('studio.anyRoom')}</option>
          {rooms.map((each) => <option key={each} value={each}>{t(`studio.rooms.${each}`, each)}</option>)}
        </select>
        <span className="quiet">{t('studio.count', { count: shown.length })}</span>
      </div>
      {models.isPending ? <Loading /> : models.isError ? <Failed cause={models.error} again={() => void models.refetch()} />
        : shown.length ? <ul className="models">{shown.map((model) => <ModelCard key={model.file} model={model} />)}</ul>
          : <Empty title={t('studio.none')}>{t('studio.noneText')}</Empty>}
      <Suspense fallback={null}>
        {dialog === 'propose' && <ProposeDialog rooms={rooms} close={() => setDialog(null)} />}
        {dialog === 'modeler' && <ModelerDrawer close={() => setDialog(null)} />}
      </Suspense>
    </StudioFrame>
  );
}

export default withWords('studio', LibraryPage);
