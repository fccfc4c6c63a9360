import { BankOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { CaseHead } from '../../api/types.ts';
import { Moment } from '../../ui/Moment.tsx';
import { SlaClock } from '../../ui/SlaClock.tsx';

/** The platform has taken the case up: until when it wants an answer, or how it decided. */
export function PlatformBanner({ head }: { head: CaseHead }) {
  const { t } = useTranslation();
  const { platform } = head;
  if (!platform?.steppedInAt) return null;
  const { verdict, deadline } = platform;
  return (
    <section className={`platform-banner ${verdict ? 'platform-over' : ''}`} aria-label={t('platform.title')}>
      <BankOutlined />
      <b>{t(verdict ? `platform.verdict.${verdict}` : 'platform.steppedIn')}</b>
      {verdict ? <Moment at={platform.decidedAt} shop={head.shop} /> : deadline && head.state !== 'CLOSED' ? <><SlaClock dueAt={deadline} /> <span>{t('platform.answerBy')} <Moment at={deadline} shop={head.shop} /></span></> : <Moment at={platform.steppedInAt} shop={head.shop} />}
    </section>
  );
}
