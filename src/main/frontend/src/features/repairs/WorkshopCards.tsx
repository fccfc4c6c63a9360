import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { readWorkshop, type Shortage } from '../../api/repairs.ts';
import type { CaseHead } from '../../api/types.ts';
import { withWords } from '../../i18n/screens.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { said } from '../../ui/bilingual.ts';
import { Tag } from '../../ui/Tag.tsx';
import { Fact } from '../cases/Fact.tsx';
import { RepairCard } from './RepairCard.tsx';

/** What our own records say of a shortage, who answers for it, and what is pursued beside the buyer's remedy. */
function ShortageCard({ shortage }: { shortage: Shortage }) {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  return (
    <section className="card" aria-label={t('workshop.shortage')}>
      <h3>{t('workshop.shortage')} <Tag tone="blue">{t(`workshop.claim.${shortage.claim}`)}</Tag></h3>
      <dl className="facts">
        <Fact name={t('workshop.packing')}>{said(language, shortage.packingZh, shortage.packingEn)}</Fact>
        <Fact name={t('workshop.weights')}>{said(language, shortage.weightsZh, shortage.weightsEn)}</Fact>
        <Fact name={t('workshop.party')}>{shortage.party && <><Tag tone={shortage.foundByPerson ? 'green' : 'amber'}>{t(`workshop.parties.${shortage.party}`)}</Tag> {said(language, shortage.basisZh, shortage.basisEn)}</>}</Fact>
        <Fact name={t('workshop.remedy')}>{shortage.remedy && <>{t(`workshop.remedies.${shortage.remedy}`)} {shortage.amount && <Amount of={shortage.amount} strong />}</>}</Fact>
      </dl>
      {shortage.recoveries.map((owed) => (
        <p key={`${owed.party}${owed.name}`}>{t('workshop.recovery')} {t(`workshop.parties.${owed.party}`)} {owed.party !== 'WAREHOUSE' && owed.name} <Amount of={owed.amount} strong /> <Tag>{t(`workshop.recoveryState.${owed.state}`)}</Tag></p>
      ))}
      <small>{t('workshop.internal')}</small>
    </section>
  );
}

function WorkshopCards({ head }: { head: CaseHead }) {
  const workshop = useQuery({ queryKey: ['case', head.number, 'workshop'], queryFn: () => readWorkshop(head.number) }).data;
  return <>{workshop?.shortage && <ShortageCard shortage={workshop.shortage} />}{workshop?.repair && <RepairCard repair={workshop.repair} head={head} />}</>;
}

export default withWords('repairs', WorkshopCards);
