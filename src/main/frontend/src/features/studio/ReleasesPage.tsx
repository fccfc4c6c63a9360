import { HistoryOutlined } from '@ant-design/icons';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listReleases, readRelease, type Release } from '../../api/studio.ts';
import { may } from '../../app/may.ts';
import { useMe } from '../../app/session.tsx';
import { withWords } from '../../i18n/screens.tsx';
import { said } from '../../ui/bilingual.ts';
import { Moment } from '../../ui/Moment.tsx';
import { Empty, Failed, Loading } from '../../ui/states.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { Changes } from './Changes.tsx';
import { StudioFrame } from './StudioFrame.tsx';

function Record({ id }: { id: number }) {
  const { t, i18n } = useTranslation();
  const record = useQuery({ queryKey: ['studio', 'release', id], queryFn: () => readRelease(id) });
  if (record.isPending) return <Loading />;
  if (record.isError) return <Failed cause={record.error} again={() => void record.refetch()} />;
  const { files, book, release } = record.data;
  return (
    <div className="record">
      {files.map((file) => <section key={file.name} aria-label={file.file}><h4>{said(i18n.language, file.title.zh, file.title.en)} <code>{file.file}</code> <code>{file.base?.slice(0, 8) ?? '–'} → {file.hash?.slice(0, 8) ?? '–'}</code></h4><Changes of={file.changes} /></section>)}
      <details>
        <summary>{t('studio.book', { count: Object.keys(book).length })} <code>{release.deployment}</code></summary>
        <ul className="hashes">{Object.entries(book).map(([name, hash]) => <li key={name}><code>{name}</code> <code className="quiet">{hash}</code></li>)}</ul>
      </details>
    </div>
  );
}

function Row({ release }: { release: Release }) {
  const { t, i18n } = useTranslation();
  const [open, setOpen] = useState(false);
  const [zh, en] = release.note.split(' / ');
  return (
    <li className="card release">
      <p className="release-line">
        <b className="number">#{release.id}</b> <Tag tone={release.source === 'OWNER' ? 'blue' : 'plain'}>{t(`studio.source.${release.source}`)}</Tag>
        <span className="release-note">{release.source === 'SOFTWARE' ? said(i18n.language, zh, en) : release.note}</span>
        {release.proposal !== null && <Link to="/studio/proposals/$id" params={{ id: String(release.proposal) }}>{t('studio.proposalNo', { number: release.proposal })}</Link>}
        <Button size="small" type="text" aria-expanded={open} onClick={() => setOpen(!open)}>{t(open ? 'studio.less' : 'studio.more')}</Button>
      </p>
      <small><Moment at={release.at} shop={undefined} /> · {release.source === 'OWNER' ? t('studio.twoPeople', { by: release.byName, released: release.releasedName }) : 'Afterflow'}</small>
      {open && <Record id={release.id} />}
    </li>
  );
}

/** Every rule book that ever was in force: who proposed, who released, why, what changed. */
function ReleasesPage() {
  const { t } = useTranslation();
  const found = useInfiniteQuery({
    queryKey: ['studio', 'releases'], queryFn: ({ pageParam }) => listReleases(pageParam), initialPageParam: null as number | null, getNextPageParam: (page) => page.next, enabled: may(useMe(), 'studio'),
  });
  const rows = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <StudioFrame>
      {found.isPending ? <Loading /> : found.isError ? <Failed cause={found.error} again={() => void found.refetch()} />
        : rows.length ? <ul className="releases">{rows.map((release) => <Row key={release.id} release={release} />)}</ul> : <Empty icon={<HistoryOutlined />} title={t('studio.noReleases')} />}
      {found.hasNextPage && <Button className="more" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>{t('cases.more')}</Button>}
    </StudioFrame>
  );
}

export default withWords('studio', ReleasesPage);
