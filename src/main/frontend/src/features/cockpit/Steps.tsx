import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Step } from '../../api/cockpit.ts';
import { said } from '../../ui/bilingual.ts';
import { countText, durationText, shareText, type Heat } from './figures.ts';

export function heatText(value: number, heat: Heat, t: TFunction, language: string): string {
  if (heat === 'waited') return durationText(value, t, language);
  return heat === 'late' ? shareText(value, 1, language) : countText(value, language);
}

const columns = ['waiting', 'failed', 'entered', 'ended', 'p50', 'p95', 'late'] as const;
const loaded = (step: Step) => step.waiting + step.failed + step.entered + step.ended > 0;

/** The picture's twin for the keyboard and for those who hear it: each step with its load, the fullest first. */
export function Steps({ steps, chosen, choose, openCalled }: { steps: Step[]; chosen: string | undefined; choose: (activity: string) => void; openCalled: (process: string) => void }) {
  const { t, i18n } = useTranslation();
  const count = (value: number) => countText(value, i18n.language);
  const duration = (seconds: number | null) => durationText(seconds, t, i18n.language);
  const rows = steps.filter(loaded).toSorted((a, b) => b.failed - a.failed || b.waiting - a.waiting || b.entered - a.entered);
  return (
    <section className="steps" aria-label={t('cockpit.steps')}>
      <div className="table-frame" tabIndex={0} role="region" aria-label={t('cockpit.steps')}>
        <table className="table">
          <thead><tr><th scope="col">{t('cockpit.col.step')}</th>{columns.map((column) => <th key={column} scope="col" className="right">{t(`cockpit.col.${column}`)}</th>)}</tr></thead>
          <tbody>
            {rows.map((step) => (
              <tr key={step.activity} className={step.activity === chosen ? 'on' : ''}>
                <td>
                  <button type="button" className="link" aria-pressed={step.activity === chosen} onClick={() => choose(step.activity)}>{said(i18n.language, step.nameZh, step.nameEn) || step.activity}</button>
                  {step.calls && <button type="button" className="link quiet" onClick={() => openCalled(step.calls ?? '')}>{t('cockpit.openCalled')}</button>}
                  {!step.drawn && <small> {t('cockpit.older')}</small>}
                </td>
                <td className="right">{count(step.waiting)}</td>
                <td className={step.failed ? 'right bad' : 'right'}>{count(step.failed)}</td>
                <td className="right">{count(step.entered)}</td>
                <td className="right">{count(step.ended)}</td>
                <td className="right">{duration(step.waited.p50)}</td>
                <td className="right">{duration(step.waited.p95)}</td>
                <td className="right">{shareText(step.late, step.ended, i18n.language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length === 0 && <p className="quiet">{t('cockpit.noLoad')}</p>}
    </section>
  );
}
