import { PhoneOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Liability, Offer, Recourse, Remedies, RemedyOption } from '../../api/remedies.ts';
import type { CaseHead } from '../../api/types.ts';
import { may } from '../../app/may.ts';
import { useMe } from '../../app/session.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { said } from '../../ui/bilingual.ts';
import { Moment } from '../../ui/Moment.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { Fact } from './Fact.tsx';
import { offerTone } from './words.ts';

const ChoiceDialog = lazy(() => import('./ChoiceDialog.tsx'));

export function LiabilityCard({ liability, recourse, shop }: { liability: Liability; recourse: Recourse | null | undefined; shop: string }) {
  const { t, i18n } = useTranslation();
  const { party } = liability;
  const clear = party !== null && party !== 'UNCLEAR';
  return (
    <section className="card" aria-label={t('liability.title')}>
      <h3>{t('liability.title')} <Tag tone={clear ? 'blue' : 'amber'}>{clear ? t(`party.${party}`, party) : t(`liabilityState.${liability.state}`, liability.state ?? '')}</Tag></h3>
      {clear && <p>{said(i18n.language, liability.basisZh, liability.basisEn)}</p>}
      <dl className="facts">
        <Fact name={t('liability.outbound')}>{liability.outboundFreightPayer && t(`payer.${liability.outboundFreightPayer}`, liability.outboundFreightPayer)}</Fact>
        <Fact name={t('liability.back')}>{liability.returnFreightPayer && t(`payer.${liability.returnFreightPayer}`, liability.returnFreightPayer)}</Fact>
        <Fact name={t('liability.by')}>{liability.at && <>{liability.byName ?? t('timeline.by')} <Moment at={liability.at} shop={shop} /></>}</Fact>
        <Fact name={t('liability.recourse')}>{recourse && <>{recourse.party === 'WAREHOUSE' || !recourse.name ? t(`party.${recourse.party}`, recourse.party) : t(`carrier.${recourse.name}`, recourse.name)} <Amount of={recourse.amount} strong /> {recourse.state && <Tag>{t(`recourseState.${recourse.state}`, recourse.state)}</Tag>}</>}</Fact>
      </dl>
      <small>{t('liability.internal')}</small>
    </section>
  );
}

function OptionLine({ option, offer }: { option: RemedyOption; offer: Offer | null | undefined }) {
  const { t, i18n } = useTranslation();
  const ground = said(i18n.language, option.groundZh, option.groundEn);
  return (
    <li title={ground}>
      <span className="item-title">{option.rank}. {said(i18n.language, option.titleZh, option.titleEn)} {offer?.chosen === option.code && <Tag tone="green">{t('offer.chosen')}</Tag>}{!offer?.chosen && offer?.codes.includes(option.code) && <Tag tone="blue">{t('offer.offered')}</Tag>}</span>
      <span className="item-meta">{option.gets && <span>{t('offer.gets')} <Amount of={option.gets} /></span>}{option.cost && <span className="option-cost">{t('offer.cost')} <Amount of={option.cost} /></span>}</span>
    </li>
  );
}

function OfferState({ offer, shop }: { offer: Offer; shop: string }) {
  const { t } = useTranslation();
  return (
    <p className="offer-state">
      <Tag tone={offerTone[offer.state]}>{t(`offer.state.${offer.state}`)}</Tag>
      {offer.state === 'OPEN' && offer.answerBy && <span>{t('offer.answerBy')} <Moment at={offer.answerBy} shop={shop} /></span>}
      {offer.state === 'CHOSEN' && <span>{t(`offer.by.${offer.chosenBy ?? 'buyer'}`)} <Moment at={offer.chosenAt} shop={shop} /></span>}
      {offer.state === 'OPEN' && Boolean(offer.reminders) && <span>{t('offer.reminded', { count: offer.reminders ?? 0 })}</span>}
    </p>
  );
}

/** The ways out of the case, cheapest for the shop first; who has the buyer on the phone writes the choice down. */
export function OptionsCard({ remedies, head }: { remedies: Remedies; head: CaseHead }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const mayRecord = may(useMe(), 'answers');
  const { offer } = remedies;
  const options = (remedies.options ?? []).toSorted((a, b) => a.rank - b.rank);
  if (!options.length) return null;
  return (
    <section className="card" aria-label={t('offer.title')}>
      <h3>{t('offer.title')}</h3>
      {offer && <OfferState offer={offer} shop={head.shop} />}
      <ul className="items">{options.map((option) => <OptionLine key={option.code} option={option} offer={offer} />)}</ul>
      {offer?.state === 'OPEN' && mayRecord && <Button size="small" icon={<PhoneOutlined />} onClick={() => setAsking(true)}>{t('offer.record')}</Button>}
      {asking && offer && <Suspense fallback={null}><ChoiceDialog number={head.number} options={options.filter((option) => offer.codes.includes(option.code))} close={() => setAsking(false)} /></Suspense>}
    </section>
  );
}
