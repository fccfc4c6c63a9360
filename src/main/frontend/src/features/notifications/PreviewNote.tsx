import { ClockCircleFilled, StopFilled } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { Preview } from '../../api/messages.ts';
import { said } from '../../ui/bilingual.ts';
import { Moment } from '../../ui/Moment.tsx';
import { VerdictNote } from './VerdictNote.tsx';

/** All that stands between these words and the buyer: the guard, the night's rest, the cap, a closed case. */
export function PreviewNote({ preview, shop }: { preview: Preview; shop: string }) {
  const { t, i18n } = useTranslation();
  const { mayWrite } = preview;
  const { verdict, sendAt, capped } = preview.message;
  const mayNot = said(i18n.language, preview.mayNotZh, preview.mayNotEn);
  const reasons = (preview.review?.linked && (i18n.language === 'en' ? preview.review.reasonsEn : preview.review.reasonsZh)) || [];
  const later = sendAt && verdict.outcome !== 'BLOCK';
  if (verdict.outcome === 'ALLOW' && !later && !capped && mayWrite !== false) return null;
  return (
    <div className="preview-notes">
      {mayWrite === false && <p className="risk-text"><StopFilled /> {mayNot || t('message.mayNot')}</p>}
      {verdict.outcome !== 'ALLOW' && <VerdictNote verdict={verdict} />}
      {verdict.outcome !== 'ALLOW' && reasons.map((reason) => <p key={reason} className="quiet">{reason}</p>)}
      {later && <p className="risk-text"><ClockCircleFilled /> {t('message.sendAt')} <Moment at={sendAt} shop={shop} /></p>}
      {capped && <p className="risk-text"><StopFilled /> {t(`message.capped.${capped.limit}`, { most: capped.most })} <Moment at={capped.until} shop={shop} /></p>}
    </div>
  );
}
