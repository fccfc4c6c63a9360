import { ArrowUpOutlined, CoffeeOutlined } from '@ant-design/icons';
import { useVirtualizer } from '@tanstack/react-virtual';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { View, WorkItem } from '../../api/types.ts';
import { useMe } from '../../app/session.tsx';
import { Empty, Failed, Loading } from '../../ui/states.tsx';
import { TaskRow } from './TaskRow.tsx';

const rowHeight = 58;
const optionId = (item: WorkItem) => `task-${item.taskId}`;

type Props = {
  view: View; items: WorkItem[]; chosen: string | undefined; choose: (item: WorkItem) => void; open: () => void; step: (by: number) => void;
  loading: boolean; fault: unknown; again: () => void; more: boolean; loadMore: () => void; fresh: number; showNew: () => void;
};

function Rows({ items, chosen, choose, open, step, more, loadMore }: Props) {
  const { t } = useTranslation();
  const me = useMe();
  const scroll = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({ count: items.length, getScrollElement: () => scroll.current, estimateSize: () => rowHeight, overscan: 8 });
  const rows = virtual.getVirtualItems();
  const lastShown = rows.at(-1)?.index ?? 0;
  const index = items.findIndex((item) => item.taskId === chosen);
  useEffect(() => {
    if (index >= 0) virtual.scrollToIndex(index, { align: 'auto' });
  }, [index, virtual]);
  useEffect(() => {
    if (more && lastShown >= items.length - 10) loadMore();
  }, [more, lastShown, items.length, loadMore]);
  return (
    <div
      ref={scroll} className="list-scroll" id="task-list" role="listbox" tabIndex={0} aria-label={t('task.list')}
      aria-activedescendant={index >= 0 && items[index] ? optionId(items[index]) : undefined}
      onKeyDown={(event) => {
        if (event.key === 'Enter') open();
        else if (event.key === 'ArrowDown') step(1);
        else if (event.key === 'ArrowUp') step(-1);
        else return;
        event.preventDefault();
      }}
    >
      <div style={{ height: virtual.getTotalSize(), position: 'relative' }} role="presentation">
        {rows.map((row) => {
          const item = items[row.index];
          return item && (
            <div
              key={item.taskId} id={optionId(item)} role="option" aria-selected={item.taskId === chosen} aria-setsize={more ? -1 : items.length} aria-posinset={row.index + 1}
              className={`row ${item.taskId === chosen ? 'on' : ''} ${item.over ? 'over' : ''}`} style={{ transform: `translateY(${row.start}px)`, height: rowHeight }}
              onClick={() => choose(item)}
            >
              <TaskRow item={item} mine={item.assignee?.id === me.id} />
            </div>
          );
        })}
      </div>
      {more && <div className="list-more quiet">{t('state.loading')}</div>}
    </div>
  );
}

export function TaskList(props: Props) {
  const { t } = useTranslation();
  const { items, loading, fault, again, view, fresh, showNew } = props;
  return (
    <div className={`list-body ${fresh > 0 ? 'has-pill' : ''}`}>
      {loading ? <Loading /> : fault && !items.length ? <Failed cause={fault} again={again} /> : items.length ? <Rows {...props} /> : (
        <Empty icon={<CoffeeOutlined />} title={t(`queue.emptyTitle.${view}`)}>{t(`queue.emptyText.${view}`)}</Empty>
      )}
      <div aria-live="polite" className="pill-place">
        {fresh > 0 && (
          <Button type="primary" shape="round" size="small" icon={<ArrowUpOutlined />} onClick={showNew}>
            {t('task.fresh', { count: fresh })}
          </Button>
        )}
      </div>
    </div>
  );
}
