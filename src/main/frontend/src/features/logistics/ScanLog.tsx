import { CheckCircleFilled } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session.tsx';
import { Moment } from '../../ui/Moment.tsx';

export type LogEntry = { code: string; at: number; caseNumber?: string };

/** What this screen has finished, newest first. */
export function ScanLog({ entries }: { entries: LogEntry[] }) {
  const { t } = useTranslation();
  const shop = useMe().shops[0]?.id;
  return (
    <section className="card" aria-label={t('receiving.log')}>
      <h2>{t('receiving.log')} {entries.length > 0 && <span className="count">{entries.length}</span>}</h2>
      {entries.length ? (
        <ol className="plain" aria-live="polite">
          {entries.map((entry) => (
            <li key={entry.at}>
              <CheckCircleFilled className="fine" /> <b className="number">{entry.code}</b>
              <small>{entry.caseNumber ? <Link to="/cases/$number" params={{ number: entry.caseNumber }} className="number">{entry.caseNumber}</Link> : t('receiving.asUnknown')} <Moment at={new Date(entry.at).toISOString()} shop={shop} /></small>
            </li>
          ))}
        </ol>
      ) : <p className="quiet">{t('receiving.noLog')}</p>}
    </section>
  );
}
