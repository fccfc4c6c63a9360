import { DownloadOutlined, RollbackOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '../../api/http.ts';
import { fileUrl, readModel, readVersion, type Kept, type Link as Other, type Shown } from '../../api/studio.ts';
import { may } from '../../app/may.ts';
import { useMe } from '../../app/session.tsx';
import { withWords } from '../../i18n/screens.tsx';
import { said } from '../../ui/bilingual.ts';
import { Empty, Failed, Loading } from '../../ui/states.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { ModelView } from './ModelView.tsx';
import { StudioFrame } from './StudioFrame.tsx';
import { Versions } from './Versions.tsx';

const RollBackDialog = lazy(() => import('./RollBackDialog.tsx'));

function Links({ title, links }: { title: string; links: Other[] }) {
  const { i18n } = useTranslation();
  if (!links.length) return null;
  return <><h4>{title}</h4><ul className="plain">{links.map((link) => <li key={link.file}><Link to="/studio/models/$file" params={{ file: link.file }}>{said(i18n.language, link.title.zh, link.title.en)}</Link> <small><code>{link.file}</code></small></li>)}</ul></>;
}

function Content({ shown, hash }: { shown: Shown; hash: string }) {
  const earlier = useQuery({ queryKey: ['studio', 'version', shown.entry.file, hash], queryFn: () => readVersion(shown.entry.file, hash), enabled: hash !== shown.entry.hash, staleTime: Infinity });
  if (hash === shown.entry.hash) return <ModelView kind={shown.entry.kind} text={shown.text} />;
  if (earlier.isPending) return <Loading />;
  if (earlier.isError) return <Failed cause={earlier.error} again={() => void earlier.refetch()} />;
  return <ModelView kind={shown.entry.kind} text={earlier.data.text} />;
}

function Model({ shown }: { shown: Shown }) {
  const { t, i18n } = useTranslation();
  const me = useMe();
  const navigate = useNavigate({ from: '/studio/models/$file' });
  const { version } = useSearch({ from: '/studio/models/$file' });
  const [back, setBack] = useState<Kept | null>(null);
  const { entry, versions } = shown;
  const chosen = versions.find((each) => String(each.number) === version) ?? versions.find((each) => each.inForce);
  if (!chosen) return null;
  return (
    <>
      <div className="model-head">
        <h2>{said(i18n.language, entry.title.zh, entry.title.en)}</h2> <code>{entry.file}</code>
        <Tag tone={chosen.inForce ? 'green' : 'amber'}>{t('studio.version', { number: chosen.number })} {chosen.inForce ? t('studio.inForce') : t('studio.earlier')}</Tag>
        <span className="model-acts">
          {!chosen.inForce && may(me, 'publish') && <Button icon={<RollbackOutlined />} onClick={() => setBack(chosen)}>{t('studio.rollBack')}</Button>}
          <Button icon={<DownloadOutlined />} href={fileUrl(entry.file, chosen.hash)} download={entry.file}>{t('studio.download')}</Button>
        </span>
      </div>
      <div className={`model-page ${entry.kind === 'DECISION' ? 'wide' : ''}`}>
        <section aria-label={t('studio.content')}><Content shown={shown} hash={chosen.hash} /></section>
        <aside className="card" aria-label={t('studio.versions')}>
          <h3>{t('studio.versions')}</h3>
          <Versions versions={versions} chosen={chosen} asked={entry.asked} choose={(number) => void navigate({ search: { version: String(number) } })} />
          <Links title={t('studio.uses')} links={entry.uses} />
          <Links title={t('studio.usedBy')} links={entry.usedBy} />
          {entry.asked && <p className="quiet studio-asked">{t('studio.askedText')}</p>}
        </aside>
      </div>
      {back && <Suspense fallback={null}><RollBackDialog file={entry.file} version={back} close={() => setBack(null)} /></Suspense>}
    </>
  );
}

/** One process, table or form: its picture, its versions, what it has to do with others. */
function ModelPage() {
  const { t } = useTranslation();
  const { file } = useParams({ from: '/studio/models/$file' });
  const model = useQuery({ queryKey: ['studio', 'model', file], queryFn: () => readModel(file), enabled: may(useMe(), 'studio') });
  return (
    <StudioFrame>
      {model.isPending ? <Loading /> : model.isError ? (problemOf(model.error).status === 404 ? <Empty title={t('studio.noModel')} /> : <Failed cause={model.error} again={() => void model.refetch()} />) : <Model shown={model.data} />}
    </StudioFrame>
  );
}

export default withWords('studio', ModelPage);
