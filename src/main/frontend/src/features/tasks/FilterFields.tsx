import { Checkbox, InputNumber, Select, type SelectProps } from 'antd';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Words } from '../../api/desk.ts';
import { useMe } from '../../app/session.tsx';
import { minorOf } from '../../ui/money.ts';
import { tagKey, tags } from './filterWords.ts';
import { kinds } from './ListHead.tsx';

type Props = { screen: 'desk' | 'cases'; words: Words; change: (changes: Record<string, string | undefined>) => void };
const priorities = ['60', '80', '100'];
const caseStates = ['OPEN', 'WAITING_BUYER', 'CLOSED'];
const taskStates = ['free', 'taken'];

function Field({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return <div><label htmlFor={id}>{label}</label>{children(id)}</div>;
}

function Pick({ label, value, options, choose }: { label: string; value: string | undefined; options: SelectProps['options']; choose: (value: string | undefined) => void }) {
  const { t } = useTranslation();
  return <Field label={label}>{(id) => <Select id={id} allowClear value={value} placeholder={t('filter.any')} options={options} onChange={(next: string | undefined) => choose(next)} />}</Field>;
}

const major = (minor: string | undefined, currency: string) => (minor === undefined ? null : Number(minor) / 10 ** (new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2));

/** Every word a list can be narrowed by; each change goes into the address at once. */
export default function FilterFields({ screen, words, change }: Props) {
  const { t } = useTranslation();
  const me = useMe();
  const currencies = [...new Set(me.shops.map((shop) => shop.currency))];
  const currency = words.currency ?? currencies[0] ?? 'CNY';
  const amount = (word: 'least' | 'most') => (
    <Field label={t(`filter.${word}`)}>{(id) => (
      <InputNumber id={id} min={0} precision={2} value={major(words[word], currency)} suffix={currency} onChange={(value) => {
        const minor = value === null ? null : minorOf(String(value), currency);
        change({ [word]: minor === null ? undefined : String(minor), currency: minor === null && !words[word === 'least' ? 'most' : 'least'] ? undefined : currency });
      }} />
    )}</Field>
  );
  const tick = (word: 'overdue' | 'escalated') => <Checkbox checked={words[word] === 'true'} onChange={(event) => change({ [word]: event.target.checked ? 'true' : undefined })}>{t(`filter.${word}`)}</Checkbox>;
  return (
    <div className="dialog-form filter-form">
      <div className="pair">
        <Pick label={t('filter.kind')} value={words.kind} options={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))} choose={(kind) => change({ kind })} />
        <Pick label={t('filter.state')} value={words.state} options={(screen === 'desk' ? taskStates : caseStates).map((value) => ({ value, label: screen === 'desk' ? t(`filter.states.${value}`) : t(`caseState.${value}`) }))} choose={(state) => change({ state })} />
      </div>
      <div className="pair">
        <Pick label={t('filter.shop')} value={words.shop} options={me.shops.map((shop) => ({ value: shop.id, label: shop.name }))} choose={(shop) => change({ shop })} />
        <Pick label={t('filter.team')} value={words.team} options={[...new Set([...me.called.map(({ name }) => name), ...me.teams])].map((value) => ({ value, label: t(`team.${value}`, value) }))} choose={(team) => change({ team })} />
      </div>
      <div className="pair">
        <Pick label={t('filter.priority')} value={words.priority} options={priorities.map((value) => ({ value, label: t(`filter.urgency.${value}`) }))} choose={(priority) => change({ priority })} />
        {screen === 'desk'
          ? <Pick label={t('filter.assignee')} value={words.assignee} options={[{ value: 'me', label: t('filter.me') }, { value: 'none', label: t('filter.nobody') }]} choose={(assignee) => change({ assignee })} />
          : <div />}
      </div>
      <div className="pair">{amount('least')}{amount('most')}</div>
      <Pick label={t('filter.tag')} value={words.tag} options={(['tier', 'risk'] as const).map((book) => ({ label: t(`filter.${book}`), options: tags[book].map((value) => ({ value, label: t(tagKey(value)) })) }))} choose={(tag) => change({ tag })} />
      <p className="filter-ticks">{tick('overdue')}{screen === 'desk' && tick('escalated')}</p>
    </div>
  );
}
