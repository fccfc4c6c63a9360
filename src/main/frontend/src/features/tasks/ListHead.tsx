import { FilterOutlined, ReloadOutlined, SortAscendingOutlined } from '@ant-design/icons';
import { useNavigate } from '@tanstack/react-router';
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Sort, View } from '../../api/types.ts';

const sorts: Sort[] = ['due', 'priority', 'created'];
export const kinds = ['REFUND_ONLY', 'RETURN_REFUND', 'EXCHANGE', 'REPAIR', 'RESHIP', 'LOGISTICS', 'REVIEW', 'DISPUTE', 'QUESTION', 'OTHER'];

type Props = { view: View; sort: Sort; kind: string | undefined; refresh: () => void; busy: boolean };

export function ListHead({ view, sort, kind, refresh, busy }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate({ from: '/desk' });
  const sortItems = sorts.map((key) => ({ key, label: t(`sort.${key}`), onClick: () => void navigate({ to: '.', search: (old) => ({ ...old, sort: key }) }) }));
  const kindItems = ['', ...kinds].map((key) => ({ key, label: key ? t(`kind.${key}`) : t('kind.any'), onClick: () => void navigate({ to: '.', search: (old) => ({ ...old, kind: key || undefined }) }) }));
  return (
    <div className="list-head">
      <h2>{t(`queue.${view}`)}</h2>
      <Dropdown menu={{ items: kindItems, selectedKeys: [kind ?? ''] }} trigger={['click']}>
        <Button size="small" type={kind ? 'primary' : 'text'} ghost={Boolean(kind)} icon={<FilterOutlined />}>{kind ? t(`kind.${kind}`) : t('task.filter')}</Button>
      </Dropdown>
      <Dropdown menu={{ items: sortItems, selectedKeys: [sort] }} trigger={['click']}>
        <Button size="small" type="text" icon={<SortAscendingOutlined />}>{t(`sort.${sort}`)}</Button>
      </Dropdown>
      <Button size="small" type="text" icon={<ReloadOutlined spin={busy} />} aria-label={t('task.refresh')} title={t('task.refresh')} onClick={refresh} />
    </div>
  );
}
