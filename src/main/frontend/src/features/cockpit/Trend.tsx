import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use as useParts } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Day } from '../../api/cockpit.ts';
import { countText } from './figures.ts';

useParts([BarChart, LineChart, GridComponent, TooltipComponent, LegendComponent, AriaComponent, SVGRenderer]);

const lines = [{ name: 'opened', colour: '#0958d9' }, { name: 'closed', colour: '#237804' }, { name: 'backlog', colour: '#8f4300' }] as const;

/** Cases in, out and open, day by day; the same as a table for whoever does not see the picture. */
export default function Trend({ days }: { days: Day[] }) {
  const { t, i18n } = useTranslation();
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!host.current) return undefined;
    const chart = init(host.current, undefined, { renderer: 'svg' });
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    chart.setOption({
      animation: !still, animationDuration: 200, aria: { enabled: true, label: { description: t('cockpit.trendAria') } },
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily }, tooltip: { trigger: 'axis', renderMode: 'richText' },
      legend: { top: 0, right: 0, itemHeight: 8, textStyle: { color: '#434a57' } }, grid: { left: 44, right: 52, top: 34, bottom: 24 },
      xAxis: { type: 'category', data: days.map((day) => day.day.slice(5)), axisLabel: { color: '#595f6b' } },
      yAxis: [{ type: 'value', minInterval: 1, axisLabel: { color: '#595f6b' } }, { type: 'value', minInterval: 1, splitLine: { show: false }, axisLabel: { color: '#8f4300' } }],
      series: lines.map(({ name, colour }) => ({
        name: t(`cockpit.tile.${name}`), type: name === 'backlog' ? 'line' : 'bar', yAxisIndex: name === 'backlog' ? 1 : 0, showSymbol: days.length < 2, itemStyle: { color: colour },
        lineStyle: { width: 2 }, barMaxWidth: 14, data: days.map((day) => day[name]),
      })),
    });
    const watch = new ResizeObserver(() => chart.resize());
    watch.observe(host.current);
    return () => {
      watch.disconnect();
      chart.dispose();
    };
  }, [days, t]);
  return (
    <section className="card trend" aria-label={t('cockpit.trend')}>
      <h2>{t('cockpit.trend')}</h2>
      <div ref={host} className="trend-picture" />
      <details className="twin">
        <summary>{t('cockpit.asTable')}</summary>
        <div className="twin-frame" tabIndex={0} role="region" aria-label={t('cockpit.asTable')}>
          <table className="table">
            <thead><tr><th scope="col">{t('cockpit.day')}</th>{lines.map(({ name }) => <th key={name} scope="col" className="right">{t(`cockpit.tile.${name}`)}</th>)}</tr></thead>
            <tbody>{days.toReversed().map((day) => <tr key={day.day}><td>{day.day}</td>{lines.map(({ name }) => <td key={name} className="right">{countText(day[name], i18n.language)}</td>)}</tr>)}</tbody>
          </table>
        </div>
      </details>
    </section>
  );
}
