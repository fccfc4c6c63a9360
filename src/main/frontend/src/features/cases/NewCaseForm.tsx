import { Button, Checkbox, Input, InputNumber, Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Order, OrderItem } from '../../api/types.ts';
import { Amount } from '../../ui/Amount.tsx';
import { moneyText } from '../../ui/money.ts';
import { Tag } from '../../ui/Tag.tsx';
import { amountFault, paidFor, type Ask } from './newCaseAsk.ts';
import { kinds, reasonsOf, remedies } from './words.ts';

type Props = { order: Order; ask: Ask; change: (ask: Ask) => void; again: () => void };

function Line({ item, ask, change }: { item: OrderItem; ask: Ask; change: (ask: Ask) => void }) {
  const { t } = useTranslation();
  const quantity = ask.lines[item.lineId];
  const set = (count: number | null) => {
    const { [item.lineId]: _, ...others } = ask.lines;
    change({ ...ask, lines: count ? { ...others, [item.lineId]: count } : others });
  };
  return (
    <li>
      <Checkbox checked={quantity !== undefined} aria-label={t('newCase.pick', { title: item.title })} onChange={(event) => set(event.target.checked ? item.quantity : null)}>
        <span className="item-title">{item.title}</span> <Amount of={item.paid} />
      </Checkbox>
      {item.quantity > 1 && quantity !== undefined && (
        <InputNumber size="small" min={1} max={item.quantity} precision={0} value={quantity} aria-label={t('newCase.quantity')} suffix={`/ ${item.quantity}`} onChange={set} />
      )}
    </li>
  );
}

function Choice({ label, group, values, value, choose }: { label: string; group: string; values: readonly string[]; value: string; choose: (value: string) => void }) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <Select id={id} virtual={false} value={value} onChange={choose} options={values.map((each) => ({ value: each, label: t(`${group}.${each}`) }))} />
    </div>
  );
}

/** What the buyer of a chosen order asks. */
export function NewCaseForm({ order, ask, change, again }: Props) {
  const { t, i18n } = useTranslation();
  const fault = amountFault(order, ask, i18n.language);
  const most = moneyText(paidFor(order, ask.lines), i18n.language);
  return (
    <div className="dialog-form">
      <p className="chosen-order">
        <b className="number">{order.orderId}</b> <Tag>{t(`orderState.${order.state}`, order.state)}</Tag> <span>{order.buyer?.name}</span>
        <Button type="link" size="small" onClick={again}>{t('newCase.change')}</Button>
      </p>
      <fieldset>
        <legend>{t('newCase.items')}</legend>
        <ul className="plain">{order.items.map((item) => <Line key={item.lineId} item={item} ask={ask} change={change} />)}</ul>
      </fieldset>
      <div className="pair">
        <Choice label={t('newCase.kind')} group="kind" values={kinds} value={ask.kind} choose={(kind) => change({ ...ask, kind, reason: reasonsOf(kind).includes(ask.reason) ? ask.reason : reasonsOf(kind)[0] ?? 'OTHER' })} />
        <Choice label={t('newCase.remedy')} group="remedy" values={remedies} value={ask.remedy} choose={(remedy) => change({ ...ask, remedy })} />
      </div>
      <div className="pair">
        <Choice label={t('newCase.reason')} group="reason" values={reasonsOf(ask.kind)} value={ask.reason} choose={(reason) => change({ ...ask, reason })} />
        <div>
          <label htmlFor="ask-amount">{t('newCase.amount')}</label>
          <Input id="ask-amount" inputMode="decimal" status={fault ? 'error' : undefined} aria-describedby="ask-amount-fault" value={ask.amount} placeholder={most} onChange={(event) => change({ ...ask, amount: event.target.value })} />
          <small id="ask-amount-fault" className="field-fault" role="status">{fault && t(fault.key, fault)}</small>
        </div>
      </div>
      <label htmlFor="ask-words">{t('newCase.words')}</label>
      <Input.TextArea id="ask-words" maxLength={2000} autoSize={{ minRows: 3, maxRows: 8 }} value={ask.words} placeholder={t('newCase.wordsHint')} onChange={(event) => change({ ...ask, words: event.target.value })} />
      <Checkbox checked={ask.received} onChange={(event) => change({ ...ask, received: event.target.checked })}>{t('newCase.received')}</Checkbox>
    </div>
  );
}
