import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { readCod, type Cod as Told, type CodCalls, type Look } from '../../api/cockpit.ts';
import { Failed } from '../../ui/states.tsx';
import { changeText, countText, shareText } from './figures.ts';

const every = 60_000;
const answers = ['confirmed', 'refused', 'unreached'] as const;
const answered = (calls: CodCalls) => calls.confirmed + calls.refused + calls.unreached;

function Calls({ told, shop }: { told: Told; shop?: string }) {
  const { t, i18n } = useTranslation();
  const { now, before } = told;
  return (
    <dl className="cod-calls">
      <div>
        <dt>{t('cockpit.cod.rate')}</dt>
        <dd><b>{shareText(now.confirmed, answered(now), i18n.language)}</b> <span>{t('cockpit.before', { value: shareText(before.confirmed, answered(before), i18n.language) })}</span></dd>
      </div>
      {answers.map((name) => (
        <div key={name}>
          <dt>{t(`cockpit.cod.${name}`)}</dt>
          <dd><b>{countText(now[name], i18n.language)}</b> <span>{t('cockpit.before', { value: countText(before[name], i18n.language) })} {changeText(now[name], before[name], i18n.language)}</span></dd>
        </div>
      ))}
      <div><dt>{t('cockpit.cod.open')}</dt><dd><Link to="/cases" search={{ kind: 'COD', state: 'OPEN', shop }}><b>{countText(now.open, i18n.language)}</b></Link></dd></div>
    </dl>
  );
}

function Reasons({ told }: { told: Told }) {
  const { t, i18n } = useTranslation();
  if (!told.reasons.length) return <p className="quiet">{t('cockpit.cod.noRefusal')}</p>;
  return (
    <div className="table-frame">
      <table className="table">
        <caption>{t('cockpit.cod.reasons')}</caption>
        <thead><tr>{['stage', 'reason'].map((name) => <th key={name} scope="col">{t(`cockpit.cod.${name}`)}</th>)}{['now', 'earlier'].map((name) => <th key={name} scope="col" className="right">{t(`cockpit.cod.${name}`)}</th>)}</tr></thead>
        <tbody>
          {told.reasons.map((row) => (
            <tr key={row.stage + row.reason}>
              <td>{t(`cockpit.cod.at.${row.stage}`, row.stage)}</td>
              <td>{t(`cockpit.cod.why.${row.reason}`, row.reason)}</td>
              <td className="right">{countText(row.refusals, i18n.language)}</td>
              <td className="right">{countText(row.before, i18n.language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** How orders paid at the door were confirmed, and why they were refused; shops without any see nothing of it. */
export function Cod({ look }: { look: Look }) {
  const { t } = useTranslation();
  const found = useQuery({ queryKey: ['cockpit', 'cod', look], queryFn: () => readCod(look), refetchInterval: every });
  if (found.isError) return <Failed cause={found.error} again={() => void found.refetch()} />;
  const told = found.data;
  if (!told || answered(told.now) + told.now.open + answered(told.before) + told.before.open + told.reasons.length === 0) return null;
  return (
    <section className="card cod" aria-labelledby="cod-title">
      <h2 id="cod-title">{t('cockpit.cod.title')}</h2>
      <p className="quiet">{t('cockpit.cod.counted')}</p>
      <Calls told={told} shop={look.shop} />
      <Reasons told={told} />
    </section>
  );
}
