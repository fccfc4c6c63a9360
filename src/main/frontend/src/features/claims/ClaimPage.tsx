import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '../../api/http.ts';
import { readClaim, type Claim, type ClaimFolder } from '../../api/claims.ts';
import { useLive } from '../../app/live.ts';
import { may } from '../../app/may.ts';
import { useMe } from '../../app/session.tsx';
import { withWords } from '../../i18n/screens.tsx';
import { halfOf } from '../../ui/bilingual.ts';
import { Moment } from '../../ui/Moment.tsx';
import { SlaClock } from '../../ui/SlaClock.tsx';
import { Empty, Failed, Loading } from '../../ui/states.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { Book, MoneySheet } from './ClaimMoney.tsx';
import { Papers, Story } from './ClaimStory.tsx';
import './claims.css';
import { tones } from './words.ts';

const AnswerDialog = lazy(() => import('./AnswerDialog.tsx'));
const FoundDialog = lazy(() => import('./FoundDialog.tsx'));
const moments = ['postedAt', 'discoveredAt', 'foundAt', 'fileBy', 'filedAt', 'answerBy', 'answeredAt', 'payBy', 'complainBy', 'authorityBy', 'closedAt'] as const;

function Times({ claim, asked }: { claim: Claim; asked: string[] }) {
  const { t } = useTranslation();
  return (
    <section className="card" aria-label={t('claims.deadlines')}>
      <h3>{t('claims.deadlines')} {claim.times.dueAt && <SlaClock dueAt={claim.times.dueAt} />}</h3>
      <dl className="facts">
        {moments.filter((moment) => claim.times[moment]).map((moment) => <div key={moment} className="fact"><dt>{t(`claims.at.${moment}`)}</dt><dd><Moment at={claim.times[moment]} shop={claim.shop} year={moment === 'complainBy'} /></dd></div>)}
      </dl>
      {asked.length > 0 && <p className="claims-asked">{t('claims.askedFor', { fields: asked.map((field) => t(`claims.missing.${field}`)).join(t('claims.and')) })} <Link to="/claims" search={{ tab: 'contracts' }}>{t('claims.tab.contracts')}</Link></p>}
    </section>
  );
}

function Head({ claim, answer, found }: { claim: Claim; answer: (() => void) | null; found: (() => void) | null }) {
  const { t } = useTranslation();
  return (
    <div className="page-head">
      <h1 className="number claim-head">{claim.claimNo}</h1>
      <Tag tone={tones[claim.state]}>{t(`claims.state.${claim.state}`)}</Tag>
      {claim.conflict && <Tag tone="red" title={t('claims.conflictText')}>{t('claims.conflict')}</Tag>}
      <span>{t(`carrier.${claim.carrier}`, claim.carrier)} <span className="number">{claim.waybill}</span> · {t(`claims.fault.${claim.fault}`)}{claim.region && ` · ${claim.region}`}</span>
      <Link to="/cases/$number" params={{ number: claim.caseNumber }} className="number">{claim.caseNumber}</Link>
      {found && <Button onClick={found}>{t('claims.found.act')}</Button>}
      {answer && <Button type="primary" onClick={answer}>{t('claims.answer.title')}</Button>}
    </div>
  );
}

function Whole({ folder, again }: { folder: ClaimFolder; again: () => void }) {
  const { t, i18n } = useTranslation();
  const [answering, setAnswering] = useState(false);
  const [finding, setFinding] = useState(false);
  const staff = may(useMe(), 'claimWork');
  const { claim } = folder;
  const mayTurnUp = staff && claim.fault === 'LOST' && claim.times.foundAt === null && claim.state !== 'DROPPED';
  const ground = claim.basis && halfOf(claim.basis.ground, i18n.language);
  return (
    <main className="page claims">
      <Head claim={claim} answer={staff && folder.filings.length > 0 ? () => setAnswering(true) : null} found={mayTurnUp ? () => setFinding(true) : null} />
      <div className="claim-columns">
        <div>
          <MoneySheet claim={claim} />
          {ground && <section className="card" aria-label={t('claims.ground')}><h3>{t('claims.ground')}</h3><p>{ground}</p>{claim.facts.limitOff && <Tag tone="amber">{t('claims.limitOff')}</Tag>}{claim.facts.shipperFault && <Tag tone="amber">{t('claims.shipperFault')}</Tag>}</section>}
          <Story folder={folder} />
        </div>
        <div>
          <Times claim={claim} asked={folder.asked} />
          <Papers papers={folder.papers} />
          <Book folder={folder} />
        </div>
      </div>
      <Suspense fallback={null}>{answering && <AnswerDialog claim={claim} close={() => { setAnswering(false); again(); }} />}{finding && <FoundDialog claim={claim} close={() => { setFinding(false); again(); }} />}</Suspense>
    </main>
  );
}

/** One claim with its money, its deadlines, what was laid before the carrier and what it said. */
function ClaimPage() {
  const { t } = useTranslation();
  const { claimNo } = useParams({ from: '/claims/$claimNo' });
  const claim = useQuery({ queryKey: ['claims', 'one', claimNo], queryFn: () => readClaim(claimNo) });
  const again = () => void claim.refetch();
  useLive((event) => { if (event.type === 'poll' || ('caseNumber' in event && event.caseNumber === claim.data?.claim.caseNumber)) again(); });
  if (claim.isPending) return <Loading />;
  if (claim.isError && problemOf(claim.error).status === 404) return <main className="page"><Empty title={t('claims.unknown', { number: claimNo })} /></main>;
  if (claim.isError) return <main className="page"><Failed cause={claim.error} again={again} /></main>;
  return <Whole folder={claim.data} again={again} />;
}

export default withWords('claims', ClaimPage);
