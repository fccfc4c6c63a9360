import { CheckOutlined, ClockCircleOutlined, FlagOutlined, PaperClipOutlined, QuestionCircleOutlined, RollbackOutlined, SwapOutlined, UserAddOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskDetail } from '../../api/types.ts';
import { may } from '../../app/may.ts';
import { useMe } from '../../app/session.tsx';
import { Keys } from '../../ui/Keys.tsx';
import type { useTaskActs } from './useTaskActs.ts';

export type Dialog = 'remark' | 'transfer' | 'snooze' | 'ask' | 'viewer' | null;
type Props = { detail: TaskDetail; mine: boolean; acts: ReturnType<typeof useTaskActs>; complete: () => void; show: (dialog: Dialog) => void; attach: () => void; wake: () => void };

function Small({ icon, words, keys, run }: { icon: ReactNode; words: string; keys?: string; run: () => void }) {
  return <Button type="text" icon={icon} onClick={run} aria-label={words} title={keys ? `${words} (${keys})` : words} />;
}

export function TaskActions({ detail, mine, acts, complete, show, attach, wake }: Props) {
  const { t } = useTranslation();
  const { busy, claim, release } = acts;
  const staff = may(useMe(), 'staff');
  const works = mine || detail.mayClaim;
  return (
    <>
      {staff && <Small icon={<PaperClipOutlined />} words={t('act.attach')} run={attach} />}
      {staff && <Small icon={<FlagOutlined />} words={t('act.remark')} keys="F" run={() => show('remark')} />}
      {staff && <Small icon={<QuestionCircleOutlined />} words={t('question.ask')} keys="Q" run={() => show('ask')} />}
      {works && <Small icon={<SwapOutlined />} words={t('transfer.act')} keys="T" run={() => show('transfer')} />}
      {mine && (detail.item.snoozed
        ? <Button icon={<ClockCircleOutlined />} onClick={wake}>{t('snooze.wake')}</Button>
        : <Small icon={<ClockCircleOutlined />} words={t('snooze.act')} keys="H" run={() => show('snooze')} />)}
      {mine ? (
        <Button icon={<RollbackOutlined />} loading={busy === 'release'} onClick={() => void release()}>{t('act.release')}</Button>
      ) : detail.mayClaim && (
        <Button icon={<UserAddOutlined />} loading={busy === 'claim'} onClick={() => void claim()}>{t('act.claim')} <Keys of="C" /></Button>
      )}
      {works && (
        <Button type="primary" icon={<CheckOutlined />} loading={busy === 'complete'} disabled={detail.item.over} onClick={complete} title="Ctrl+Enter">
          {t(mine ? 'act.complete' : 'act.claimComplete')}
        </Button>
      )}
    </>
  );
}
