import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { removeFactor } from '../api/factor.ts';
import type { Me } from '../api/types.ts';
import { FaultNote } from '../ui/FaultNote.tsx';
import { sessionKey, useMe } from './session.tsx';
import SetUpFactor from './SetUpFactor.tsx';

/** My second factor: switched on by whoever likes, switched off by whoever may. */
export default function FactorDialog({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const me = useMe();
  const [had] = useState(me.factor !== 'NONE');
  const done = (next: Me) => {
    client.setQueryData(sessionKey, next);
    close();
  };
  const off = useMutation({ mutationFn: removeFactor, onSuccess: () => done({ ...me, factor: 'NONE' }) });
  return (
    <Modal open title={t('factor.title')} footer={null} onCancel={close} width={440} mask={{ closable: false }}>
      {!had ? <SetUpFactor done={done} /> : (
        <div className="factor">
          <p>{t(me.factor === 'OBLIGED' ? 'factor.obliged' : 'factor.isOn')}</p>
          <FaultNote cause={off.error} />
          {me.factor === 'SET' && <Button danger loading={off.isPending} onClick={() => off.mutate()}>{t('factor.switchOff')}</Button>}
        </div>
      )}
    </Modal>
  );
}
