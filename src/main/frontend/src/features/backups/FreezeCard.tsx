import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { freezeKey, freezeStand, setFreeze, type FreezeStand, type Owed } from '../../api/backups.ts';
import { FaultNote } from '../../ui/FaultNote.tsx';
import { Moment } from '../../ui/Moment.tsx';
import { Failed, Loading } from '../../ui/states.tsx';

/** What is not known yet after a restore; each may be released without by name. */
function OwedList({ owed, chosen, choose }: { owed: Owed[]; chosen: string[]; choose: (names: string[]) => void }) {
  const { t, i18n } = useTranslation();
  const options = owed.map((each) => ({ value: each.name, label: i18n.language === 'en' ? each.en : each.zh }));
  return (
    <fieldset className="freeze-owed">
      <legend>{t('freeze.owed')}</legend>
      <p>{t('freeze.owedText')}</p>
      <Checkbox.Group options={options} value={chosen} onChange={choose} />
    </fieldset>
  );
}

function Switch({ stand }: { stand: FreezeStand }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const [without, setWithout] = useState<string[]>([]);
  const turn = useMutation({
    mutationFn: () => setFreeze(!stand.frozen, reason.trim(), without),
    onSuccess: () => {
      setReason('');
      setWithout([]);
      void client.invalidateQueries({ queryKey: freezeKey });
    },
    onError: () => void client.invalidateQueries({ queryKey: freezeKey }),
  });
  const blocked = stand.frozen && stand.owed.some((each) => !without.includes(each.name));
  return (
    <form className="freeze-form" onSubmit={(event) => { event.preventDefault(); turn.mutate(); }}>
      {stand.frozen && stand.owed.length > 0 && <OwedList owed={stand.owed} chosen={without} choose={setWithout} />}
      <label htmlFor="freeze-reason">{t('freeze.reason')}</label>
      <Input id="freeze-reason" maxLength={300} value={reason} onChange={(event) => setReason(event.target.value)} />
      <FaultNote cause={turn.error} />
      <Button htmlType="submit" danger={!stand.frozen} type={stand.frozen ? 'primary' : 'default'} loading={turn.isPending} disabled={!reason.trim() || blocked}>{t(stand.frozen ? 'freeze.release' : 'freeze.freeze')}</Button>
    </form>
  );
}

/** Whether anything leaves the house, since when and why; an administrator turns it with a reason. */
export function FreezeCard() {
  const { t } = useTranslation();
  const stand = useQuery({ queryKey: freezeKey, queryFn: freezeStand });
  if (stand.isPending) return <Loading />;
  if (stand.isError) return <Failed cause={stand.error} again={() => void stand.refetch()} />;
  const { frozen, reason, byWhom, at, backupAt, restoredAt } = stand.data;
  return (
    <section className={frozen ? 'freeze frozen' : 'freeze'} aria-label={t('freeze.title')}>
      <h2>{t(frozen ? 'freeze.on' : 'freeze.off')}</h2>
      <p>{byWhom === 'system' ? t(frozen ? 'freeze.byRestore' : 'freeze.never') : t('freeze.why', { reason, who: byWhom })} <Moment at={at} shop={undefined} /></p>
      {restoredAt && <p>{t('freeze.restored')} <Moment at={backupAt} shop={undefined} /> → <Moment at={restoredAt} shop={undefined} /></p>}
      <Switch stand={stand.data} />
    </section>
  );
}
