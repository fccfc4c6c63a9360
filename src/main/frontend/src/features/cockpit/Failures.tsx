import { RedoOutlined } from '@ant-design/icons';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listFailures, readTrace, type Failure, type IncidentGroup, type Look } from '../../api/cockpit.ts';
import { useMe } from '../../app/session.tsx';
import { Moment } from '../../ui/Moment.tsx';
import { Failed, Loading } from '../../ui/states.tsx';
import { RefundState } from './RefundState.tsx';

/** The inside of a failure, for administrators. */
function Trace({ look, group, failure }: { look: Look; group: string; failure: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const trace = useQuery({ queryKey: ['cockpit', 'trace', group, failure], queryFn: () => readTrace(look, group, failure), enabled: open });
  return (
    <>
      <Button size="small" type="link" aria-expanded={open} onClick={() => setOpen(!open)}>{t('cockpit.trace')}</Button>
      {open && trace.isError && <Failed cause={trace.error} />}
      {open && trace.data && <pre className="trace" tabIndex={0} aria-label={t('cockpit.trace')}>{trace.data.trace}</pre>}
    </>
  );
}

function One({ failure, group, look, retry }: { failure: Failure; group: IncidentGroup; look: Look; retry: ((ref: string) => void) | null }) {
  const { t } = useTranslation();
  const admin = useMe().roles.includes('ADMIN');
  return (
    <li className="failure">
      <div className="failure-head">
        {failure.caseNumber ? <Link to="/cases/$number" params={{ number: failure.caseNumber }} className="number">{failure.caseNumber}</Link> : <span className="number">{failure.ref}</span>}
        <span className="quiet">{failure.kind && t(`kind.${failure.kind}`, failure.kind)} <Moment at={failure.at} shop={failure.shop} /></span>
        {admin && group.source === 'STEP' && <Trace look={look} group={group.key} failure={failure.ref} />}
        {retry && <Button size="small" icon={<RedoOutlined />} onClick={() => retry(failure.ref)} aria-label={t('cockpit.retryOne', { what: failure.caseNumber ?? failure.ref })}>{t('cockpit.retry')}</Button>}
      </div>
      {failure.told && failure.told !== group.sample && <p className="at-error">{failure.told}</p>}
      {failure.money.map((facts) => <RefundState key={facts.refundNo} facts={facts} shop={failure.shop} />)}
    </li>
  );
}

export function Failures({ look, group, retry }: { look: Look; group: IncidentGroup; retry: ((ref: string) => void) | null }) {
  const { t } = useTranslation();
  const found = useInfiniteQuery({
    queryKey: ['cockpit', 'failures', look, group.key, group.count], queryFn: ({ pageParam }) => listFailures(look, group.key, pageParam), initialPageParam: null as string | null, getNextPageParam: (page) => page.next,
  });
  if (found.isPending) return <Loading />;
  if (found.isError) return <Failed cause={found.error} again={() => void found.refetch()} />;
  return (
    <>
      <ul className="failures">{found.data.pages.flatMap((page) => page.items).map((failure) => <One key={failure.ref} failure={failure} group={group} look={look} retry={retry} />)}</ul>
      {found.hasNextPage && <Button className="more" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>{t('cases.more')}</Button>}
    </>
  );
}
