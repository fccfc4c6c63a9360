import { useTranslation } from 'react-i18next';
import type { CaseHead } from '../../api/types.ts';
import { Moment } from '../../ui/Moment.tsx';

/** What the buyer wants, in the buyer's own words. */
export function AskedFor({ head }: { head: CaseHead }) {
  const { t } = useTranslation();
  const facts = [
    head.askedRemedy && t([`remedy.${head.askedRemedy.toUpperCase()}`, `kind.${head.askedRemedy}`], head.askedRemedy),
    head.reasonCode && t(`reason.${head.reasonCode}`, head.reasonCode),
    head.orderId && head.goodsReceived && t('case.received'),
    head.orderId && head.goodsReceived === false && head.reasonCode !== 'NOT_RECEIVED' && t('case.notReceived'),
  ].filter(Boolean);
  return (
    <section className="asked-for" aria-label={t('case.asked')}>
      <blockquote>{head.reasonText || t('case.noWords')}</blockquote>
      <p>{facts.map((fact) => `${fact} · `)}<Moment at={head.openedAt} shop={head.shop} /></p>
    </section>
  );
}
