import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { reviews, threat, type Mood } from '../../api/markets.ts';
import type { MarketAct } from './markets.ts';

const moods: Mood[] = ['good', 'neutral', 'bad', 'extortion'];

/** The buyer of a trade reviews it; an extortion is a threat in the chat and then a bad review. */
export function RateForm({ trade, how, act }: { trade: string | null; how: string; act: MarketAct }) {
  const { t } = useTranslation();
  const [mood, setMood] = useState<Mood>('bad');
  const [words, setWords] = useState<string | null>(null);
  const rate = () => {
    const content = words ?? reviews[mood];
    const review = () => act.run('rates', { shop: act.shop, tid: trade, oid: trade, result: mood === 'extortion' ? 'bad' : mood, content, how });
    if (mood === 'extortion') act.run('messages', { shop: act.shop, tid: trade, text: threat }, review);
    else review();
  };
  return (
    <form className="carrier-acts" aria-label={t('sandbox.markets.rate')} onSubmit={(event) => { event.preventDefault(); rate(); }}>
      <Select<Mood> size="small" aria-label={t('sandbox.markets.mood')} value={mood} popupMatchSelectWidth={false} onChange={(next) => { setMood(next); setWords(null); }} options={moods.map((value) => ({ value, label: t(`sandbox.markets.moods.${value}`) }))} />
      <Input size="small" className="market-words" maxLength={500} aria-label={t('sandbox.markets.reviewWords')} lang="zh-CN" value={words ?? reviews[mood]} onChange={(event) => setWords(event.target.value)} />
      <Button size="small" htmlType="submit" disabled={trade === null || act.busy}>{t('sandbox.markets.rate')}</Button>
    </form>
  );
}
