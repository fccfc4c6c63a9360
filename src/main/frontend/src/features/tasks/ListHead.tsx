import { CloseOutlined, FilterOutlined, ReloadOutlined, SortAscendingOutlined } from '@ant-design/icons';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Words } from '../../api/desk.ts';
import type { Sort, View, WorkItem } from '../../api/types.ts';
import { useHotkeys } from '../../app/hotkeys.ts';
import { useMe } from '../../app/session.tsx';
import { said } from '../../ui/bilingual.ts';
import { DropMenu } from '../../ui/DropMenu.tsx';
import { moneyText } from '../../ui/money.ts';
import { filtersOf, tagKey, wordsOf } from './filterWords.ts';

const FilterDialog = lazy(() => import('./FilterDialog.tsx'));
const sorts: Sort[] = ['due', 'priority', 'created'];
export const kinds = ['REFUND_ONLY', 'RETURN_REFUND', 'EXCHANGE', 'REPAIR', 'RESHIP', 'SHORT', 'WRONG_ITEM', 'LOGISTICS', 'REVIEW', 'DISPUTE', 'QUESTION', 'OTHER', 'LATE_SHIPMENT', 'ORDER_EXCEPTION', 'ORDER_CHANGE', 'COD'];

type Props = { view: View; sort: Sort; search: Record<string, unknown>; items: WorkItem[]; refresh: () => void; busy: boolean };

/** What each narrowing says, to be taken off by a click. */
function Chips({ words, items, off }: { words: Words; items: WorkItem[]; off: (word: string) => void }) {
  const { t, i18n } = useTranslation();
  const { shops } = useMe();
  const titled = (task: string) => {
    const known = items.find((item) => item.task === task);
    return known ? said(i18n.language, known.titleZh, known.titleEn) : task;
  };
  const says = (word: string, value: string) => {
    if (word === 'kind' || word === 'team') return t(`${word}.${value}`, value);
    if (word === 'state') return t(`filter.states.${value}`, value);
    if (word === 'priority') return t(`filter.urgency.${value}`, `${t('filter.priority')} ≥ ${value}`);
    if (word === 'tag') return t(tagKey(value), value);
    if (word === 'task') return titled(value);
    if (word === 'shop') return shops.find(({ id }) => id === value)?.name ?? value;
    if (word === 'assignee') return `${t('filter.assignee')} ${value === 'me' ? t('filter.me') : value === 'none' ? t('filter.nobody') : value}`;
    const currency = words.currency ?? 'CNY';
    if (word === 'least' || word === 'most') return `${t(`filter.${word}`)} ${moneyText({ minor: Number(value), currency }, i18n.language)}`;
    return value === 'true' ? t(`filter.${word}`) : `${t(`filter.${word}`)} ${value}`;
  };
  return (
    <div className="filter-chips">
      {Object.entries(words).filter(([word]) => word !== 'currency').map(([word, value]) => (
        <button key={word} type="button" onClick={() => off(word)} title={t('filter.off')}>{says(word, value)} <CloseOutlined /></button>
      ))}
    </div>
  );
}

export function ListHead({ view, sort, search, items, refresh, busy }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate({ from: '/desk' });
  const [filtering, setFiltering] = useState(false);
  const words = filtersOf(search);
  const count = Object.keys(words).filter((word) => word !== 'currency').length;
  const change = (changes: Record<string, string | undefined>) => void navigate({ to: '.', search: (old) => ({ ...old, ...changes }) });
  const clear = () => change(Object.fromEntries(Object.keys(words).map((word) => [word, undefined])));
  const sortItems = sorts.map((key) => ({ key, label: t(`sort.${key}`), onClick: () => change({ sort: key }) }));
  useHotkeys([{ keys: 'KeyV', run: () => setFiltering(true) }], !filtering);
  return (
    <>
      <div className="list-head">
        <h2>{t(`queue.${view}`)}</h2>
        <Button size="small" type={count ? 'primary' : 'text'} ghost={count > 0} icon={<FilterOutlined />} title={`${t('filter.title')} (V)`} onClick={() => setFiltering(true)}>{count ? t('filter.count', { count }) : t('task.filter')}</Button>
        <DropMenu menu={{ items: sortItems, selectedKeys: [sort] }}>
          <Button size="small" type="text" icon={<SortAscendingOutlined />}>{t(`sort.${sort}`)}</Button>
        </DropMenu>
        <Button size="small" type="text" icon={<ReloadOutlined spin={busy} />} aria-label={t('task.refresh')} title={t('task.refresh')} onClick={refresh} />
      </div>
      {count > 0 && <Chips words={words} items={items} off={(word) => change({ [word]: undefined })} />}
      {filtering && <Suspense fallback={null}><FilterDialog screen="desk" all={wordsOf({ view, ...search })} words={words} change={change} clear={clear} close={() => setFiltering(false)} /></Suspense>}
    </>
  );
}
