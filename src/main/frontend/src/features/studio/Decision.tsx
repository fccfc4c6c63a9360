import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rejectProposal, releaseProposal, withdrawProposal, type Proposed } from '../../api/studio.ts';
import { may } from '../../app/may.ts';
import { useNotice } from '../../app/notices.tsx';
import { useMe } from '../../app/session.tsx';
import { Findings } from './Findings.tsx';

/** Release or reject, for the second person; withdraw, for the proposer. */
export function Decision({ proposed }: { proposed: Proposed }) {
  const { t } = useTranslation();
  const me = useMe();
  const notice = useNotice();
  const client = useQueryClient();
  const [again, setAgain] = useState(false);
  const [reason, setReason] = useState<string | null>(null);
  const { id, byLogin } = proposed.proposal;
  const mine = byLogin === me.login;
  const done = (word: string) => {
    void notice.success(t(word));
    void client.invalidateQueries({ queryKey: ['studio'] });
  };
  const release = useMutation({ mutationFn: () => releaseProposal(id, again), onSuccess: () => done('studio.released') });
  const reject = useMutation({ mutationFn: () => rejectProposal(id, reason?.trim() ?? ''), onSuccess: () => done('studio.rejected') });
  const withdraw = useMutation({ mutationFn: () => withdrawProposal(id), onSuccess: () => done('studio.withdrawn') });
  if (!may(me, 'publish')) return <p className="quiet">{t('studio.waitsForOwner')}</p>;
  const moved = proposed.files.some((file) => file.moved);
  return (
    <div className="decide">
      {mine && <p className="quiet">{t(proposed.smallTeam ? 'studio.yoursSmall' : 'studio.yours')}</p>}
      {mine && proposed.smallTeam && <Checkbox checked={again} onChange={(event) => setAgain(event.target.checked)}>{t('studio.confirmAgain')}</Checkbox>}
      {moved && <p className="risk-text">{t('studio.movedText')}</p>}
      <div className="decide-acts">
        {(!mine || proposed.smallTeam) && <Button type="primary" disabled={moved || (mine && !again)} loading={release.isPending} onClick={() => release.mutate()}>{t('studio.release')}</Button>}
        {!mine && reason === null && <Button onClick={() => setReason('')}>{t('studio.reject')}</Button>}
        {mine && <Button loading={withdraw.isPending} onClick={() => withdraw.mutate()}>{t('studio.withdraw')}</Button>}
      </div>
      {reason !== null && (
        <div className="dialog-form">
          <label htmlFor="reject-reason">{t('studio.rejectReason')}</label>
          <Input.TextArea id="reject-reason" rows={2} maxLength={1000} value={reason} onChange={(event) => setReason(event.target.value)} />
          <div className="decide-acts"><Button danger type="primary" disabled={!reason.trim()} loading={reject.isPending} onClick={() => reject.mutate()}>{t('studio.reject')}</Button><Button onClick={() => setReason(null)}>{t('act.cancel')}</Button></div>
        </div>
      )}
      <Findings cause={release.error ?? reject.error ?? withdraw.error} />
    </div>
  );
}
