import { QuestionCircleOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Figure, Overview, RefundSum, Spread } from '../../api/cockpit.ts';
import { moneyText } from '../../ui/money.ts';
import { Behind } from './Behind.tsx';
import { changeText, countText, durationText, shareText, sparkline } from './figures.ts';
import { useLook } from './useLook.ts';

const figures: Figure[] = ['opened', 'closed', 'backlog', 'broken', 'handled', 'answered', 'byItself', 'reopened', 'refunds'];

/** How a figure is counted, at hand for whoever doubts it. */
export function How({ name }: { name: string }) {
  const { t } = useTranslation();
  return (
    <details className="how">
      <summary aria-label={t('cockpit.how', { name: t(`cockpit.tile.${name}`) })}><QuestionCircleOutlined /></summary>
      <p>{t(`cockpit.counted.${name}`)}</p>
    </details>
  );
}

function Line({ values }: { values: number[] }) {
  if (values.length < 2) return null;
  return <svg className="spark" viewBox="0 0 100 24" preserveAspectRatio="none" aria-hidden="true"><polyline points={sparkline(values)} /></svg>;
}

function Tile({ name, currency, title, value, side, change, before, values }: { name: Figure; currency?: string; title?: string; value: ReactNode; side?: ReactNode; change?: string | null; before?: string; values?: number[] }) {
  const { t } = useTranslation();
  const { search, change: look } = useLook();
  const mine = currency ? `${name}-${currency}` : name;
  const open = search.need === mine;
  return (
    <li className={open ? 'card tile tile-open' : 'card tile'}>
      <div className="tile-name"><h3>{title ?? t(`cockpit.tile.${name}`)}</h3><How name={name} /></div>
      <p className="tile-value"><button type="button" aria-expanded={open} title={t('cockpit.showCases')} onClick={() => look({ need: open ? undefined : mine })}><b>{value}</b></button>{side && <span>{side}</span>}</p>
      <p className="tile-before">{before !== undefined && <span>{t('cockpit.before', { value: before })}</span>}{change && <span className="tile-change">{change}</span>}</p>
      {values && <Line values={values} />}
    </li>
  );
}

function TimeTile({ name, now, before }: { name: 'handled' | 'answered'; now: Spread; before: Spread }) {
  const { t, i18n } = useTranslation();
  const text = (seconds: number | null) => durationText(seconds, t, i18n.language);
  return <Tile name={name} value={text(now.p50)} side={now.p95 !== null && t('cockpit.p95', { value: text(now.p95) })} change={changeText(now.p50, before.p50, i18n.language)} before={text(before.p50)} />;
}

function RefundTile({ sum }: { sum: RefundSum }) {
  const { t, i18n } = useTranslation();
  return (
    <Tile
      name="refunds" currency={sum.currency} title={t('cockpit.refundsIn', { currency: sum.currency })} value={moneyText(sum.amount, i18n.language)} side={t('cockpit.refundCount', { n: countText(sum.refunds, i18n.language) })}
      change={changeText(sum.amount.minor, sum.before.minor, i18n.language)} before={moneyText(sum.before, i18n.language)} values={sum.days}
    />
  );
}

export function Tiles({ of }: { of: Overview }) {
  const { t, i18n } = useTranslation();
  const { look, search } = useLook();
  const [open, currency] = (search.need ?? '').split('-');
  const shown = figures.find((figure) => figure === open);
  const { sums, before, days, present, times, timesBefore } = of;
  const count = (value: number) => countText(value, i18n.language);
  const counted = (name: 'opened' | 'closed' | 'reopened') =>
    <Tile name={name} value={count(sums[name])} change={changeText(sums[name], before[name], i18n.language)} before={count(before[name])} values={days.map((day) => day[name])} />;
  const broken = { now: sums.broken + sums.late, before: before.broken + before.late };
  return (
    <>
      <ul className="tiles" aria-label={t('cockpit.tiles')}>
        {counted('opened')}
        {counted('closed')}
        <Tile name="backlog" value={count(present.backlog)} values={days.map((day) => day.backlog)} />
        <Tile name="broken" value={count(broken.now)} change={changeText(broken.now, broken.before, i18n.language)} before={count(broken.before)} values={days.map((day) => day.broken + day.late)} />
        <TimeTile name="handled" now={times.handled} before={timesBefore.handled} />
        <TimeTile name="answered" now={times.answered} before={timesBefore.answered} />
        <Tile name="byItself" value={shareText(sums.byItself, sums.closed, i18n.language)} side={t('cockpit.ofClosed', { n: count(sums.byItself) })} before={shareText(before.byItself, before.closed, i18n.language)} />
        {counted('reopened')}
        {of.refunds.map((sum) => <RefundTile key={sum.currency} sum={sum} />)}
      </ul>
      {shown && <Behind look={look} figure={shown} currency={currency} />}
    </>
  );
}
