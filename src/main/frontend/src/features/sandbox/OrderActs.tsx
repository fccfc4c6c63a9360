import { EllipsisOutlined } from '@ant-design/icons';
import { Button, Dropdown, type MenuProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { payFaults, planFault, scanParcel, scans, type WorldOrder } from '../../api/sandbox.ts';
import { useAct } from './useAct.ts';

/** What carrier and provider do with one order: its parcel is scanned, its next refund goes wrong. */
export function OrderActs({ shop, order, changed }: { shop: string; order: WorldOrder; changed: () => void }) {
  const { t } = useTranslation();
  const act = useAct(changed);
  const item = (key: string, words: string, run: () => Promise<unknown>) => ({ key, label: words, onClick: () => act.mutate({ run, words: t('sandbox.did', { words, order: order.orderId }) }) });
  const items: MenuProps['items'] = [
    ...(order.state === 'PAID' ? [] : [{ key: 'scan', type: 'group' as const, label: t('sandbox.scan'), children: scans.map((code) => item(code, t(`scanCode.${code}`), () => scanParcel(shop, order.orderId, code))) }]),
    { key: 'fault', type: 'group', label: t('sandbox.nextRefund'), children: payFaults.map((fault) => item(fault, t(`payFault.${fault}`), () => planFault(shop, order.orderId, fault))) },
  ];
  return (
    <Dropdown menu={{ items, className: 'world-menu' }} trigger={['click']} placement="bottomRight">
      <Button size="small" type="text" icon={<EllipsisOutlined />} loading={act.isPending} aria-label={t('sandbox.orderActs', { order: order.orderId })} />
    </Dropdown>
  );
}
