import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { may, type Door } from '../../app/may.ts';
import { useMe } from '../../app/session.tsx';
import { withWords } from '../../i18n/screens.tsx';
import './claims.css';
import { ClaimList } from './ClaimList.tsx';
import { Contracts } from './Contracts.tsx';
import { Receipts } from './Receipts.tsx';
import { Scorecard } from './Scorecard.tsx';

const tabs = ['list', 'receipts', 'scorecard', 'contracts'] as const;
const doors: Partial<Record<(typeof tabs)[number], Door>> = { scorecard: 'scorecard' };

/** What carriers owe, what they paid, how they do, and what was agreed with them. */
function ClaimsPage() {
  const { t } = useTranslation();
  const me = useMe();
  const { tab = 'list' } = useSearch({ from: '/claims' });
  const navigate = useNavigate({ from: '/claims' });
  const mine = tabs.filter((each) => { const door = doors[each]; return !door || may(me, door); });
  return (
    <main className="page claims">
      <div className="page-head">
        <h1>{t('nav.claims')}</h1>
        <div className="claims-tabs" role="tablist" aria-label={t('claims.parts')}>
          {mine.map((each) => (
            <button key={each} type="button" role="tab" id={`claims-${each}`} aria-selected={tab === each} aria-controls="claims-part" onClick={() => void navigate({ search: { tab: each === 'list' ? undefined : each } })}>{t(`claims.tab.${each}`)}</button>
          ))}
        </div>
      </div>
      <div role="tabpanel" id="claims-part" aria-labelledby={`claims-${tab}`}>
        {tab === 'list' && <ClaimList />}
        {tab === 'receipts' && <Receipts />}
        {tab === 'scorecard' && mine.includes('scorecard') && <Scorecard />}
        {tab === 'contracts' && <Contracts />}
      </div>
    </main>
  );
}

export default withWords('claims', ClaimsPage);
