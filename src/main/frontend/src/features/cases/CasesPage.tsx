import { FilterOutlined, SearchOutlined } from '@ant-design/icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Input, Segmented } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findCases } from '../../api/cases.ts';
import type { CaseHead } from '../../api/types.ts';
import { useHotkeys } from '../../app/hotkeys.ts';
import { Amount } from '../../ui/Amount.tsx';
import { Moment } from '../../ui/Moment.tsx';
import { Empty, Failed, Loading } from '../../ui/states.tsx';
import { Tag } from '../../ui/Tag.tsx';
import './case.css';
import { wordsOf } from '../tasks/filterWords.ts';
import { stateTone } from './words.ts';

const FilterDialog = lazy(() => import('../tasks/FilterDialog.tsx'));

const states = ['', 'OPEN', 'WAITING_BUYER', 'CLOSED'];

function Row({ head }: { head: CaseHead }) {
  const { t } = useTranslation();
  return (
    <tr>
      <td><Link to="/cases/$number" params={{ number: head.number }} className="number">{head.number}</Link></td>
      <td>{t(`kind.${head.kind}`, head.kind)}</td>
      <td><Tag tone={stateTone[head.state]}>{t(`caseState.${head.state}`, head.state)}</Tag> {head.outcome && <small>{t(`outcome.${head.outcome}`, head.outcome)}</small>}</td>
      <td className="number">{head.orderId}</td>
      <td className="right"><Amount of={head.askedAmount} /></td>
      <td className="cell-words">{head.reasonText}</td>
      <td><Moment at={head.openedAt} shop={head.shop} /></td>
    </tr>
  );
}

export default function CasesPage() {
  const { t } = useTranslation();
  const search = useSearch({ from: '/cases' });
  const { q = '', state = '' } = search;
  const navigate = useNavigate({ from: '/cases' });
  const [filtering, setFiltering] = useState(false);
  const words = wordsOf(search);
  const narrowed = Object.keys(words).filter((word) => !['q', 'state', 'currency'].includes(word)).length;
  const change = (changes: Record<string, string | undefined>) => void navigate({ search: (old) => ({ ...old, ...changes }) });
  const found = useInfiniteQuery({
    queryKey: ['cases', words], queryFn: ({ pageParam }) => findCases(words, pageParam),
    initialPageParam: null as string | null, getNextPageParam: (page) => page.next,
  });
  useHotkeys([{ keys: 'KeyV', run: () => setFiltering(true) }], !filtering);
  const rows = found.data?.pages.flatMap((page) => page.items) ?? [];
  const columns = ['number', 'kind', 'state', 'order', 'amount', 'words', 'opened'];
  return (
    <main className="page">
      <div className="page-head">
        <h1>{t('nav.cases')}</h1>
        <Input.Search
          key={q} defaultValue={q} allowClear enterButton={<SearchOutlined />} aria-label={t('shell.search')} placeholder={t('shell.searchHint')} className="page-search"
          onSearch={(text) => change({ q: text.trim() || undefined })}
        />
        <Segmented aria-label={t('cases.state')} value={state} options={states.map((value) => ({ value, label: t(value ? `caseState.${value}` : 'caseState.any') }))} onChange={(value) => change({ state: value || undefined })} />
        <Button type={narrowed ? 'primary' : 'default'} ghost={narrowed > 0} icon={<FilterOutlined />} title={`${t('filter.title')} (V)`} onClick={() => setFiltering(true)}>{narrowed ? t('filter.count', { count: narrowed }) : t('task.filter')}</Button>
      </div>
      {found.isPending ? <Loading /> : found.isError ? <Failed cause={found.error} again={() => void found.refetch()} /> : rows.length ? (
        <div className="table-frame">
          <table className="table">
            <thead><tr>{columns.map((column) => <th key={column} scope="col" className={column === 'amount' ? 'right' : ''}>{t(`cases.${column}`)}</th>)}</tr></thead>
            <tbody>{rows.map((head) => <Row key={head.number} head={head} />)}</tbody>
          </table>
          {found.hasNextPage && <Button className="more" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>{t('cases.more')}</Button>}
        </div>
      ) : narrowed || (state && !q) ? <Empty title={t('cases.noneSuch')}><Button type="link" onClick={() => void navigate({ search: {} })}>{t('filter.clear')}</Button></Empty>
        : <Empty title={t(q ? 'cases.noneFor' : 'cases.none', { q })}>{t('cases.noneText')}</Empty>}
      {filtering && <Suspense fallback={null}><FilterDialog screen="cases" all={words} words={words} change={change} clear={() => void navigate({ search: {} })} close={() => setFiltering(false)} /></Suspense>}
    </main>
  );
}
