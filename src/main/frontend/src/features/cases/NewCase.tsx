import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Drawer } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { openCase } from '../../api/cases.ts';
import { onceKey } from '../../api/http.ts';
import type { Order } from '../../api/types.ts';
import { useNotice } from '../../app/notices.tsx';
import { useMe } from '../../app/session.tsx';
import { FaultNote } from '../../ui/FaultNote.tsx';
import { Keys } from '../../ui/Keys.tsx';
import './case.css';
import { NewCaseForm } from './NewCaseForm.tsx';
import { amountFault, emptyAsk, toNewCase, type Ask } from './newCaseAsk.ts';
import { OrderFinder } from './OrderFinder.tsx';

/** A case that a person opens: the order first, then what its buyer asks. */
export default function NewCase({ close }: { close: () => void }) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const message = useNotice();
  const me = useMe();
  const [order, setOrder] = useState<Order | null>(null);
  const [ask, setAsk] = useState<Ask>(emptyAsk);
  const key = useRef(onceKey());
  const save = useMutation({
    mutationFn: (chosen: Order) => openCase(toNewCase(chosen, ask, chosen.shop ?? me.shops[0]?.id ?? ''), key.current),
    onSuccess: (made) => {
      void message.success(t('newCase.made', { number: made.number }));
      close();
      void navigate({ to: '/cases/$number', params: { number: made.number } });
    },
  });
  const choose = (next: Order | null) => {
    setOrder(next);
    setAsk({ ...emptyAsk, lines: Object.fromEntries((next?.items ?? []).map((item) => [item.lineId, item.quantity])) });
    key.current = onceKey();
    save.reset();
  };
  const change = (next: Ask) => {
    setAsk(next);
    key.current = onceKey();
  };
  const ready = order !== null && Object.keys(ask.lines).length > 0 && ask.words.trim() !== '' && !amountFault(order, ask, i18n.language);
  const submit = () => ready && order && save.mutate(order);
  const footer = (
    <div className="drawer-foot">
      <Button onClick={close}>{t('act.cancel')}</Button>
      <Button type="primary" disabled={!ready} loading={save.isPending} onClick={submit}>{t('newCase.save')} <Keys of="Ctrl Enter" /></Button>
    </div>
  );
  return (
    <Drawer open size={560} title={t('newCase.title')} onClose={close} footer={footer}>
      <div className="new-case" onKeyDown={(event) => (event.ctrlKey || event.metaKey) && event.key === 'Enter' && submit()}>
        {order ? <NewCaseForm order={order} ask={ask} change={change} again={() => choose(null)} /> : <OrderFinder choose={choose} />}
        <FaultNote cause={save.error} />
      </div>
    </Drawer>
  );
}
