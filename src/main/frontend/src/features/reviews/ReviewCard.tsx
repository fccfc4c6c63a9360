import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { complaintPackUrl, readReview, type ReviewFolder, type ShownReview } from '../../api/reviews.ts';
import type { CaseHead } from '../../api/types.ts';
import { may } from '../../app/may.ts';
import { useMe } from '../../app/session.tsx';
import { withWords } from '../../i18n/screens.tsx';
import { said } from '../../ui/bilingual.ts';
import { FaultNote } from '../../ui/FaultNote.tsx';
import { Moment } from '../../ui/Moment.tsx';
import { Tag, type Tone } from '../../ui/Tag.tsx';
import { Fact } from '../cases/Fact.tsx';

const VerdictDialog = lazy(() => import('./ReviewVerdictDialog.tsx'));
const tone = (score: number): Tone => (score < 3 ? 'red' : score < 4 ? 'amber' : 'green');

/** What it says, what it was found to be, and until when what may be done. */
function Findings({ folder, review, shop }: { folder: ReviewFolder; review: ShownReview; shop: string }) {
  const { t, i18n } = useTranslation();
  return (
    <dl className="facts">
      <Fact told name={t('review.words')}>{review.words && <blockquote>{review.words}</blockquote>}</Fact>
      <Fact name={t('review.written')}><Moment at={review.writtenAt} shop={shop} /></Fact>
      <Fact name={t('review.low')}>{review.low && <Tag tone="amber">{t(`review.lowWord.${review.low}`)}</Tag>}</Fact>
      <Fact told name={t('review.proposed')}>{review.proposed && <><b>{t(`review.route.${review.proposed}`)}</b> <small>{said(i18n.language, review.groundZh, review.groundEn)}</small></>}</Fact>
      <Fact told name={t('review.found')}>{review.found && <>{review.route && <b>{t(`review.route.${review.route}`)}</b>} {review.found} <small>{review.foundBy}</small></>}</Fact>
      <Fact told name={t('review.pattern')}>{review.pattern && said(i18n.language, review.patternZh, review.patternEn)}</Fact>
      <Fact name={t('review.consent')}>{review.consent && t(`review.consentWord.${review.consent}`)}</Fact>
      <Fact name={t('review.cause')}>{review.causeCase && <Link to="/cases/$number" params={{ number: review.causeCase }}>{review.causeCase}</Link>}</Fact>
      <Fact told name={t('review.reply')}>{review.reply && <>{review.replyState && <Tag tone={review.replyState === 'DONE' ? 'green' : 'blue'}>{t(`review.replyWord.${review.replyState}`, review.replyState)}</Tag>} {review.reply}</>}</Fact>
      <Fact name={t('review.replyUntil')}>{folder.replyUntil && <Moment at={folder.replyUntil} shop={shop} />}</Fact>
      <Fact name={t('review.changeUntil')}>{folder.changeUntil && !review.outcome && <Moment at={folder.changeUntil} shop={shop} />}</Fact>
    </dl>
  );
}

/** Complaints with their verdicts, and what was frozen by hash. */
function Proofs({ folder, head, tell }: { folder: ReviewFolder; head: CaseHead; tell: (() => void) | null }) {
  const { t } = useTranslation();
  const open = folder.complaints.some((each) => !each.verdict);
  return (
    <>
      {folder.complaints.length > 0 && <h4>{t('review.complaints')} {open && tell && <Button size="small" type="text" onClick={tell}>{t('review.tell')}</Button>}</h4>}
      <ol className="items">
        {folder.complaints.map((each) => (
          <li key={each.number}>
            <span className="item-title">{t(`review.category.${each.category}`, each.category)} <Tag tone={each.verdict === 'UPHELD' ? 'green' : each.verdict ? 'red' : 'blue'}>{t(`review.verdict.${each.verdict ?? 'OPEN'}`)}</Tag></span>
            <span className="item-meta"><Moment at={each.filedAt} shop={head.shop} /> {each.reference} {each.verdictWords} {tell && <a href={complaintPackUrl(head.number, each.n)} download>{t('review.pack')}</a>}</span>
          </li>
        ))}
      </ol>
      <details>
        <summary>{t('review.papers', { count: folder.papers.length })}</summary>
        <ul className="plain">{folder.papers.map((paper) => <li key={paper.n}>{t(`review.origin.${paper.origin}`, paper.name)} <small className="number" title={paper.sha256}>SHA-256 {paper.sha256.slice(0, 16)}…</small></li>)}</ul>
      </details>
    </>
  );
}

/** A bad review: what it says, its cause, our answer, and the proof. */
function ReviewCard({ head }: { head: CaseHead }) {
  const { t } = useTranslation();
  const [telling, setTelling] = useState(false);
  const me = useMe();
  const folder = useQuery({ queryKey: ['case', head.number, 'review'], queryFn: () => readReview(head.number) });
  if (folder.error) return <section className="card"><h3>{t('review.title')}</h3><FaultNote cause={folder.error} /></section>;
  const review = folder.data?.review;
  if (!folder.data || !review) return null;
  return (
    <section className="card" aria-label={t('review.title')}>
      <h3>{t('review.title')} {review.score != null && <Tag tone={tone(review.score)}>{t('review.stars', { count: review.score })}</Tag>} {review.outcome && <Tag>{t(`review.outcome.${review.outcome}`, review.outcome)}</Tag>}</h3>
      <Findings folder={folder.data} review={review} shop={head.shop} />
      <Proofs folder={folder.data} head={head} tell={may(me, 'disputes') ? () => setTelling(true) : null} />
      <Suspense fallback={null}>{telling && <VerdictDialog number={head.number} close={() => setTelling(false)} />}</Suspense>
    </section>
  );
}

export default withWords('reviews', ReviewCard);
