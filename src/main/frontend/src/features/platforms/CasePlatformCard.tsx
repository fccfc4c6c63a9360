import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { requestsOf } from '../../api/platforms.ts';
import type { CaseHead } from '../../api/types.ts';
import { withWords } from '../../i18n/screens.tsx';
import { FaultNote } from '../../ui/FaultNote.tsx';
import './platforms.css';
import { RequestCard } from './RequestCard.tsx';

/** What was asked of the marketplace for this case, the newest first, and what it said; nothing when nothing was asked. */
function CasePlatformCard({ head }: { head: CaseHead }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const asked = useQuery({ queryKey: ['case', head.number, 'platform'], queryFn: () => requestsOf(head.number) });
  const done = () => {
    void client.invalidateQueries({ queryKey: ['case', head.number] });
    void client.invalidateQueries({ queryKey: ['platformRequests'] });
  };
  if (asked.error) return <section className="card"><h3>{t('platforms.title')}</h3><FaultNote cause={asked.error} /></section>;
  if (!asked.data?.items.length) return null;
  return (
    <section className="card" aria-label={t('platforms.title')}>
      <h3>{t('platforms.title')} <span className="count">{asked.data.items.length}</span></h3>
      <ul className="plain">{asked.data.items.map((request) => <RequestCard key={request.number} request={request} done={done} inCase />)}</ul>
    </section>
  );
}

export default withWords('platforms', CasePlatformCard);
