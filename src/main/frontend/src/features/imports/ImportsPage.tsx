import { CloudUploadOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { may } from '../../app/may.ts';
import { useMe } from '../../app/session.tsx';
import { Empty, Failed, Loading } from '../../ui/states.tsx';
import { ImportRow } from './ImportRow.tsx';
import './imports.css';
import { ImportTabs } from './ImportTabs.tsx';
import { useImports } from './useImports.ts';

const NewImport = lazy(() => import('./NewImport.tsx'));

function Imports() {
  const { t } = useTranslation();
  const { imports, jobs, patch } = useImports();
  const [making, setMaking] = useState(false);
  const open = () => setMaking(true);
  return (
    <main className="page">
      <div className="page-head">
        <h1>{t('nav.imports')}</h1>
        <ImportTabs />
        <Button type="primary" icon={<PlusOutlined />} onClick={open}>{t('imports.start')}</Button>
      </div>
      {imports.isPending ? <Loading />
        : imports.isError ? <Failed cause={imports.error} again={() => void imports.refetch()} />
          : jobs.length ? <ul className="imports">{jobs.map((job) => <ImportRow key={job.id} job={job} changed={(next) => patch(next.id, () => next)} />)}</ul>
            : <Empty icon={<CloudUploadOutlined />} title={t('imports.none')}>{t('imports.noneText')}</Empty>}
      {imports.hasNextPage && <Button className="more" onClick={() => void imports.fetchNextPage()}>{t('cases.more')}</Button>}
      {making && <Suspense fallback={null}><NewImport close={() => setMaking(false)} started={() => { setMaking(false); void imports.refetch(); }} /></Suspense>}
    </main>
  );
}

/** Whoever may not import is told so without being refused by the server first. */
export default function ImportsPage() {
  const { t } = useTranslation();
  return may(useMe(), 'imports') ? <Imports /> : <main className="page"><h1>{t('nav.imports')}</h1><Empty title={t('imports.notYours')}>{t('imports.notYoursText')}</Empty></main>;
}
