import { CheckOutlined, FlagOutlined, PaperClipOutlined, RollbackOutlined, UserAddOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { TaskDetail } from '../../api/types.ts';
import { may } from '../../app/may.ts';
import { useMe } from '../../app/session.tsx';
import { Keys } from '../../ui/Keys.tsx';
import type { useTaskActs } from './useTaskActs.ts';

type Props = { detail: TaskDetail; mine: boolean; acts: ReturnType<typeof useTaskActs>; complete: () => void; remark: () => void; attach: () => void };

export function TaskActions({ detail, mine, acts, complete, remark, attach }: Props) {
  const { t } = useTranslation();
  const { busy, claim, release } = acts;
  const staff = may(useMe(), 'staff');
  return (
    <>
      {staff && <Button type="text" icon={<PaperClipOutlined />} onClick={attach} aria-label={t('act.attach')} title={t('act.attach')} />}
      {staff && <Button type="text" icon={<FlagOutlined />} onClick={remark} aria-label={t('act.remark')} title={`${t('act.remark')} (N)`} />}
      {mine ? (
        <Button icon={<RollbackOutlined />} loading={busy === 'release'} onClick={() => void release()}>{t('act.release')}</Button>
      ) : detail.mayClaim && (
        <Button icon={<UserAddOutlined />} loading={busy === 'claim'} onClick={() => void claim()}>{t('act.claim')} <Keys of="C" /></Button>
      )}
      {(mine || detail.mayClaim) && (
        <Button type="primary" icon={<CheckOutlined />} loading={busy === 'complete'} disabled={detail.item.over} onClick={complete} title="Ctrl+Enter">
          {t(mine ? 'act.complete' : 'act.claimComplete')}
        </Button>
      )}
    </>
  );
}
