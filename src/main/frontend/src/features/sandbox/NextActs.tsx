import { DownOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button, Dropdown, type MenuProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { findCases } from '../../api/cases.ts';
import { Fault, problemOf } from '../../api/http.ts';
import { act, isOfRequest, type BuyerRequest, type WorldAct } from '../../api/sandbox.ts';
import { useNotice } from '../../app/notices.tsx';

const parcels = ['whole', 'part', 'wrong', 'empty', 'lost'];
const numbers = [1, 2, 3, 4];
const verdicts = ['BUYER', 'SELLER'];

async function caseOf(orderId: string): Promise<string> {
  const { items } = await findCases({ q: orderId }, null);
  const number = (items.find((each) => each.state !== 'CLOSED') ?? items[0])?.number;
  if (!number) throw new Fault({ status: 404 });
  return number;
}

/** What the buyer, the carrier or the platform does next in this order's case. */
export function NextActs({ request, changed }: { request: BuyerRequest; changed: () => void }) {
  const { t } = useTranslation();
  const notice = useNotice();
  const run = useMutation({
    mutationFn: async ({ what }: { what: WorldAct; words: string }) => act(what, isOfRequest(what) ? { requestId: request.requestId } : { caseNumber: await caseOf(request.orderId) }),
    onSuccess: (answer, { words }) => {
      void notice.success([t('sandbox.did', { words, order: request.orderId }), answer?.waybill].filter(Boolean).join(' · '));
      changed();
    },
    onError: (cause) => void notice.error(problemOf(cause).detail ?? t(problemOf(cause).status === 404 ? 'sandbox.noCase' : 'sandbox.notNow')),
  });
  const item = (what: WorldAct, words: string) => ({ key: JSON.stringify(what), label: words, onClick: () => run.mutate({ what, words }) });
  const items: MenuProps['items'] = [
    { key: 'parcel', type: 'group', label: t('sandbox.act.parcel'), children: parcels.map((how) => item({ path: 'return-parcel', how }, t(`sandbox.how.${how}`))) },
    { key: 'choice', type: 'group', label: t('sandbox.act.choice'), children: numbers.map((number) => item({ path: 'choose', number }, t('sandbox.option', { number }))) },
    { key: 'delivery', type: 'group', label: t('sandbox.act.delivery'), children: [item({ path: 'deliver-replacement' }, t('sandbox.delivered'))] },
    { key: 'platform', type: 'group', label: t('platform.title'), children: [item({ path: 'step-in' }, t('sandbox.stepIn')), ...verdicts.map((verdict) => item({ path: 'verdict', verdict }, t(`platform.verdict.${verdict}`)))] },
  ];
  return (
    <Dropdown menu={{ items, className: 'world-menu' }} trigger={['click']} placement="bottomRight">
      <Button size="small" loading={run.isPending}>{t('sandbox.next')} <DownOutlined /></Button>
    </Dropdown>
  );
}
