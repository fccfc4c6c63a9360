import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readDeadlines, type Next } from '../../api/desk.ts';
import { halfOf, said } from '../../ui/bilingual.ts';
import { Moment } from '../../ui/Moment.tsx';
import { SlaClock } from '../../ui/SlaClock.tsx';

/** What happens then, in words: from the drawn process for a timer, from the deadline table for a task or a clock. */
export function useEffectWords() {
  const { t, i18n } = useTranslation();
  return (next: Next) => {
    const name = said(i18n.language, next.zh, next.en);
    const then = said(i18n.language, next.thenZh, next.thenEn);
    if (next.source === 'timer') return then ? t('next.timer', { name, then }) : t('next.timerOnly', { name });
    const effect = next.onExpiry ? t(`expiry.${next.onExpiry}`, next.onExpiry) : '';
    if (next.source === 'task') return effect ? t('next.task', { name, effect }) : t('next.taskOnly', { name });
    return [t([`next.clock.${next.name}`, 'next.clock.other']), effect].filter(Boolean).join(t('next.then'));
  };
}

/** The nearest moment at which something happens by itself; the others behind a click. */
export function NextDeadline({ number, shop }: { number: string; shop: string }) {
  const { t, i18n } = useTranslation();
  const [all, setAll] = useState(false);
  const words = useEffectWords();
  const coming = useQuery({ queryKey: ['case', number, 'deadlines'], queryFn: () => readDeadlines(number), refetchInterval: 120_000 }).data;
  if (!coming?.length) return null;
  const shown = all ? coming : coming.slice(0, 1);
  return (
    <div className={all ? 'next-deadlines next-all' : 'next-deadlines'} aria-label={t('next.title')} role="group">
      {shown.map((next) => (
        <p key={`${next.source}${next.name}${next.at}`} className="deadline" title={next.rule ? `${t('next.rule')} ${halfOf(next.rule, i18n.language)}` : undefined}>
          <SlaClock dueAt={next.at} /> <Moment at={next.at} shop={shop} /> <span>{words(next)}</span>
          {all && next.rule && <small className="next-rule">{halfOf(next.rule, i18n.language)}</small>}
        </p>
      ))}
      {coming.length > 1 && <button type="button" className="next-more" aria-expanded={all} onClick={() => setAll(!all)}>{all ? t('next.less') : t('next.more', { count: coming.length - 1 })}</button>}
    </div>
  );
}
