import { useMutation } from '@tanstack/react-query';
import { Button, QRCode } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { beginFactor, confirmFactor } from '../api/factor.ts';
import type { Me } from '../api/types.ts';
import { FaultNote } from '../ui/FaultNote.tsx';
import { Loading } from '../ui/states.tsx';
import { CodeField } from './CodeField.tsx';
import './factor.css';

/** A second factor from the first picture to the recovery codes; the picture is drawn here and leaves the browser nowhere. */
export default function SetUpFactor({ done }: { done: (me: Me) => void }) {
  const { t } = useTranslation();
  const [set, setSet] = useState<{ me: Me; recoveryCodes: string[] } | null>(null);
  const begin = useMutation({ mutationFn: beginFactor });
  const { mutate } = begin;
  useEffect(() => mutate(), [mutate]);
  if (set) {
    return (
      <div className="factor">
        <h2>{t('factor.recovery')}</h2>
        <p>{t('factor.recoveryText')}</p>
        <ul className="recovery">{set.recoveryCodes.map((code) => <li key={code}><code>{code}</code></li>)}</ul>
        <Button type="primary" size="large" block onClick={() => done(set.me)}>{t('factor.kept')}</Button>
      </div>
    );
  }
  if (begin.isError) return <FaultNote cause={begin.error} />;
  if (!begin.data) return <Loading />;
  return (
    <div className="factor">
      <p>{t('factor.scan')}</p>
      <div className="factor-picture"><QRCode value={begin.data.uri} size={176} type="svg" bordered={false} /></div>
      <p className="quiet">{t('factor.byHand')} <code data-secret>{begin.data.secret.replace(/(.{4})(?!$)/g, '$1 ')}</code></p>
      <CodeField send={confirmFactor} sent={setSet} go={t('factor.switchOn')} />
    </div>
  );
}
