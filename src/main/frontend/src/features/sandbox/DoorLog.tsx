import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { readActs, type DoorAct } from '../../api/sandbox.ts';
import { Moment } from '../../ui/Moment.tsx';
import { Tag, type Tone } from '../../ui/Tag.tsx';

const tone = (status: number): Tone => (status === 0 ? 'amber' : status < 300 ? 'green' : 'red');
const pretty = (text: string) => {
  try {
    return JSON.stringify(JSON.parse(text), null, 1);
  } catch {
    return text;
  }
};

function Line({ act }: { act: DoorAct }) {
  const { t } = useTranslation();
  return (
    <li className="door-act">
      <p>
        <b>{t(`doorAct.${act.what}`, act.what)}</b> <Tag tone={tone(act.status)}>{act.status === 0 ? t('sandbox.notWaited') : act.status}</Tag>
        {act.orderId && act.status < 400 && <Link to="/cases" search={{ q: act.orderId }}>{t('sandbox.itsCase')}</Link>}
        <small><Moment at={act.at} shop={act.shop} /></small>
      </p>
      <details>
        <summary><code>{act.line}</code></summary>
        <p className="quiet">{t('sandbox.sent')}</p>
        <pre tabIndex={0}>{pretty(act.sent)}</pre>
        <p className="quiet">{t('sandbox.answered')}</p>
        <pre tabIndex={0}>{act.answer ? pretty(act.answer) : '—'}</pre>
      </details>
    </li>
  );
}

/** What was said at the house's doors, the latest first: the request as sent, and the answer. */
export function DoorLog({ under }: { under: string }) {
  const { t } = useTranslation();
  const acts = useQuery({ queryKey: [under, 'acts'], queryFn: readActs }).data ?? [];
  return (
    <section className="card" aria-label={t('sandbox.doorLog')} data-tour="door-log">
      <h2>{t('sandbox.doorLog')} <span className="count">{acts.length}</span></h2>
      {acts.length ? <ul className="plain world-list" tabIndex={0}>{acts.map((act) => <Line key={act.id} act={act} />)}</ul> : <p className="quiet">{t('sandbox.noActs')}</p>}
    </section>
  );
}
