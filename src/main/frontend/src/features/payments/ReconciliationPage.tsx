import { AuditOutlined } from '@ant-design/icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { listMismatches, listStatement } from '../../api/payments.ts';
import { may } from '../../app/may.ts';
import { useMe } from '../../app/session.tsx';
import { withWords } from '../../i18n/screens.tsx';
import { Empty, Failed, Loading } from '../../ui/states.tsx';
import { Balances } from './Balances.tsx';
import { Days } from './Days.tsx';
import { Lines } from './Lines.tsx';
import './reconciliation.css';

/** The lines of one day, or every difference that somebody still has to explain. */
function LinesPart() {
  const { t } = useTranslation();
  const navigate = useNavigate({ from: '/reconciliation' });
  const { day, provider, shop, all } = useSearch({ from: '/reconciliation' });
  const lines = useInfiniteQuery({
    queryKey: ['reconciliation', 'lines', day, provider, shop, all], queryFn: ({ pageParam }) => (day ? listStatement({ day, provider, shop }, pageParam) : listMismatches(!all, pageParam)),
    initialPageParam: null as string | null, getNextPageParam: (page) => page.next,
  });
  const rows = lines.data?.pages.flatMap((page) => page.items) ?? [];
  const title = day ? t('recon.ofDay', { day, provider: provider ? t(`provider.${provider}`, provider) : '' }) : t('recon.differences');
  return (
    <section aria-label={title}>
      <div className="recon-head">
        <h2>{title}</h2>
        {day ? <Button size="small" onClick={() => void navigate({ search: {} })}>{t('recon.backToOpen')}</Button>
          : <Segmented size="small" aria-label={t('recon.differences')} value={all ? 'all' : 'open'} options={(['open', 'all'] as const).map((value) => ({ value, label: t(`recon.show.${value}`) }))} onChange={(value) => void navigate({ search: { all: value === 'all' || undefined } })} />}
      </div>
      {lines.isPending ? <Loading /> : lines.isError ? <Failed cause={lines.error} again={() => void lines.refetch()} /> : rows.length ? <Lines rows={rows} /> : <Empty icon={<AuditOutlined />} title={t(day ? 'recon.noLines' : 'recon.none')}>{t(day ? 'recon.noLinesText' : 'recon.noneText')}</Empty>}
      {lines.hasNextPage && <Button className="more" loading={lines.isFetchingNextPage} onClick={() => void lines.fetchNextPage()}>{t('cases.more')}</Button>}
    </section>
  );
}

/** Our books beside what the providers say they moved. */
function ReconciliationPage() {
  const { t } = useTranslation();
  if (!may(useMe(), 'reconciliation')) return <main className="page"><Empty icon={<AuditOutlined />} title={t('recon.notYours')} /></main>;
  return (
    <main className="page recon">
      <div className="page-head"><h1>{t('nav.reconciliation')}</h1></div>
      <Balances />
      <Days />
      <LinesPart />
    </main>
  );
}

export default withWords('reconciliation', ReconciliationPage);
