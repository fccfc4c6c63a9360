import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { claimsOfCase, type Claim } from '../../api/claims.ts';
import type { CaseFile } from '../../api/types.ts';
import { may } from '../../app/may.ts';
import { useMe } from '../../app/session.tsx';
import { withWords } from '../../i18n/screens.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { SlaClock } from '../../ui/SlaClock.tsx';
import { Tag } from '../../ui/Tag.tsx';
import './claims.css';
import { claimsKey, tones } from './words.ts';

const OpenClaim = lazy(() => import('./OpenClaim.tsx'));

function One({ claim }: { claim: Claim }) {
  const { t } = useTranslation();
  return (
    <li>
      <p><Link to="/claims/$claimNo" params={{ claimNo: claim.claimNo }}>{t(`carrier.${claim.carrier}`, claim.carrier)} · {t(`claims.fault.${claim.fault}`)}</Link> <Tag tone={tones[claim.state]}>{t(`claims.state.${claim.state}`)}</Tag> {claim.times.dueAt && <SlaClock dueAt={claim.times.dueAt} />}</p>
      <dl className="facts">
        <dt>{t('claims.amount.claimed')}</dt><dd><Amount of={claim.money.claimed} /></dd>
        <dt>{t('claims.amount.agreed')}</dt><dd><Amount of={claim.money.agreed} /></dd>
        <dt>{t('claims.amount.received')}</dt><dd><Amount of={claim.money.received} strong /></dd>
      </dl>
    </li>
  );
}

/** What carriers owe for this case, and a way to claim more. */
function CaseClaims({ file }: { file: CaseFile }) {
  const { t } = useTranslation();
  const me = useMe();
  const [opening, setOpening] = useState(false);
  const { number, state } = file.case;
  const claims = useQuery({ queryKey: claimsKey(number), queryFn: () => claimsOfCase(number) }).data;
  const mayOpen = may(me, 'claimWork') && state !== 'CLOSED';
  if (!claims?.length && !mayOpen) return null;
  return (
    <section className="card" aria-label={t('claims.card')}>
      <h3>{t('claims.card')} {mayOpen && <Button size="small" type="text" onClick={() => setOpening(true)}>{t('claims.open.act')}</Button>}</h3>
      {claims?.length ? <ul className="plain case-claims">{claims.map((claim) => <One key={claim.claimNo} claim={claim} />)}</ul> : <p className="quiet">{t('claims.noneHere')}</p>}
      <Suspense fallback={null}>{opening && <OpenClaim file={file} close={() => setOpening(false)} />}</Suspense>
    </section>
  );
}

export default withWords('claims', CaseClaims);
