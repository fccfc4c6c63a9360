import { BankOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../api/types.ts';
import { Amount } from '../../ui/Amount.tsx';
import { Moment } from '../../ui/Moment.tsx';
import { SlaClock } from '../../ui/SlaClock.tsx';

/** The platform has taken the case up: until when it wants an answer, or how it decided. */
export function PlatformBanner({ file }: { file: CaseFile }) {
  const { t } = useTranslation();
  const { platform } = file;
  if (!platform) return null;
  const { forBuyer, deadline } = platform;
  const decided = forBuyer !== null;
  return (
    <section className={`platform-banner ${decided ? 'platform-over' : ''}`} aria-label={t('platform.title')}>
      <BankOutlined />
      <b>{t(decided ? `platform.verdict.${forBuyer ? 'BUYER' : 'SELLER'}` : 'platform.steppedIn')}</b>
      {decided ? <Amount of={platform.paid} strong /> : deadline && <><SlaClock dueAt={deadline} /> <span>{t('platform.answerBy')} <Moment at={deadline} shop={file.case.shop} /></span></>}
      {platform.words && <span className="platform-words">{platform.words}</span>}
    </section>
  );
}
