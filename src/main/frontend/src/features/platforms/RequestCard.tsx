import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { PlatformRequest } from '../../api/platforms.ts';
import { may } from '../../app/may.ts';
import { useMe } from '../../app/session.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { said } from '../../ui/bilingual.ts';
import { Moment } from '../../ui/Moment.tsx';
import { Tag, type Tone } from '../../ui/Tag.tsx';
import { Fact } from '../cases/Fact.tsx';
import { HandledForm } from './HandledForm.tsx';
import { SmsForm } from './SmsForm.tsx';

const tones: Record<PlatformRequest['state'], Tone> = { NEW: 'blue', SENDING: 'blue', CODE: 'amber', BY_HAND: 'amber', DONE: 'green', REFUSED: 'red', CHANGED: 'red' };

/** A request to a marketplace: all that is needed to do it in the seller's centre, why no machine did, and what a person says came of it. */
export function RequestCard({ request, done, inCase = false }: { request: PlatformRequest; done: () => void; inCase?: boolean }) {
  const { t, i18n } = useTranslation();
  const me = useMe();
  const shop = me.shops.find((each) => each.id === request.shop);
  const waits = request.state === 'BY_HAND' || request.state === 'CODE';
  return (
    <li className={inCase ? 'platform-request' : 'card platform-request'} aria-label={request.number}>
      <p className="platform-head">
        <Tag tone="blue">{t(`platforms.kind.${request.kind}`, request.kind)}</Tag> <Tag tone={tones[request.state]}>{t(`platforms.stateWord.${request.state}`)}</Tag> <Amount of={request.amount} strong />
        {!inCase && <Link to="/cases/$number" params={{ number: request.caseNumber }} className="number">{request.caseNumber}</Link>}
        <small>{!inCase && `${shop?.name ?? request.shop} · `}{t(`platforms.market.${request.platform ?? 'none'}`, request.platform ?? '')} · <Moment at={request.at} shop={request.shop} /></small>
      </p>
      <dl className="facts">
        <Fact name={t('platforms.said')}>{said(i18n.language, request.saidZh, request.saidEn)}</Fact>
        {(waits || !inCase) && (
          <>
            <Fact name={t('platforms.matter')}><span className="number">{request.matter}</span></Fact>
            <Fact name={t('platforms.reason')}>{request.reason}</Fact>
            <Fact name={t('platforms.words')}>{request.words && <blockquote>{request.words}</blockquote>}</Fact>
            {Object.entries(request.more).filter(([word]) => word !== 'MARKET').map(([word, value]) => <Fact key={word} name={t(`platforms.word.${word}`, word)}><span className="number">{value}</span></Fact>)}
          </>
        )}
      </dl>
      {request.state === 'CODE' && may(me, 'platformCode') && <SmsForm number={request.number} done={done} />}
      {waits && <HandledForm number={request.number} done={done} />}
    </li>
  );
}
