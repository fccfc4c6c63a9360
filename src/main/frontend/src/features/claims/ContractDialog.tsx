import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Checkbox, Input, Modal, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { clauses, saveTerms, type Terms } from '../../api/claims.ts';
import { FaultNote } from '../../ui/FaultNote.tsx';
import { minorOf } from '../../ui/money.ts';
import { CarrierPick } from './CarrierPick.tsx';
import { useCurrency } from './useCurrency.ts';
import { plainOf } from './words.ts';

function Line({ id, label, children }: { id: string; label: string; children: ReactNode }) {
  return <div className="claims-line"><label htmlFor={id}>{label}</label>{children}</div>;
}

/** Terms with a carrier from a day on; an empty field says that nobody knows. */
export default function ContractDialog({ shop, first, close }: { shop: string; first: Terms; close: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const currency = useCurrency(shop);
  const [terms, setTerms] = useState<Terms>(first);
  const [cap, setCap] = useState(plainOf(first.cap, currency));
  const [above, setAbove] = useState(plainOf(first.approveAbove, currency));
  const set = (changes: Partial<Terms>) => setTerms({ ...terms, ...changes });
  const unreadable = [cap, above].some((text) => text.trim() !== '' && minorOf(text, currency) === null);
  const save = useMutation({
    mutationFn: () => saveTerms(shop, { ...terms, id: null, by: null, at: null, cap: cap.trim() ? minorOf(cap, currency) : null, approveAbove: above.trim() ? minorOf(above, currency) : null }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['claims', 'terms'] });
      close();
    },
  });
  const number = (id: keyof Terms, max: number, label: string) => (
    <Line id={`terms-${id}`} label={label}><Input id={`terms-${id}`} type="number" min={1} max={max} value={(terms[id] as number | null) ?? ''} placeholder={t('claims.terms.unknown')} onChange={(event) => set({ [id]: event.target.value === '' ? null : Number(event.target.value) } as Partial<Terms>)} /></Line>
  );
  return (
    <Modal open title={t(first.carrier ? 'claims.terms.edit' : 'claims.terms.add', { name: t(`carrier.${first.carrier}`, first.carrier) })} onCancel={close} onOk={() => save.mutate()} okText={t('claims.terms.save')} cancelText={t('act.cancel')} okButtonProps={{ loading: save.isPending, disabled: !terms.carrier.trim() || unreadable }} width={620}>
      <div className="claims-form">
        <Line id="terms-carrier" label={t('claims.terms.carrier')}><CarrierPick id="terms-carrier" value={terms.carrier} disabled={first.carrier !== ''} change={(carrier) => set({ carrier })} /></Line>
        <Line id="terms-region" label={t('claims.terms.region')}><Input id="terms-region" value={terms.region} maxLength={60} placeholder={t('claims.terms.everywhere')} onChange={(event) => set({ region: event.target.value })} /></Line>
        <Line id="terms-from" label={t('claims.terms.col.from')}><Input id="terms-from" type="date" value={terms.validFrom} onChange={(event) => set({ validFrom: event.target.value })} /></Line>
        <Line id="terms-clause" label={t('claims.terms.col.clause')}><Select id="terms-clause" value={terms.clause} options={clauses.map((value) => ({ value, label: t(`claims.clause.${value}`) }))} onChange={(clause) => set({ clause })} /></Line>
        {number('multiple', 100, t('claims.terms.multiple'))}
        <Line id="terms-cap" label={t('claims.terms.cap', { currency })}><Input id="terms-cap" inputMode="decimal" value={cap} placeholder={t('claims.terms.unknown')} onChange={(event) => setCap(event.target.value)} /></Line>
        <Line id="terms-insured" label={t('claims.terms.col.insured')}><Select id="terms-insured" allowClear value={terms.insuredRule} placeholder={t('claims.terms.unknown')} options={(['PROPORTION', 'UP_TO_DECLARED'] as const).map((value) => ({ value, label: t(`claims.insured.${value}`) }))} onChange={(value) => set({ insuredRule: value ?? null })} /></Line>
        {number('windowHours', 87600, t('claims.terms.windowHours'))}
        <Line id="terms-window" label={t('claims.terms.windowFrom')}><Select id="terms-window" value={terms.windowFrom} options={(['DISCOVERED', 'POSTED'] as const).map((value) => ({ value, label: t(`claims.terms.from.${value}`) }))} onChange={(windowFrom) => set({ windowFrom })} /></Line>
        {number('answerDays', 365, t('claims.terms.answerDays'))}
        {number('payDays', 365, t('claims.terms.payDays'))}
        <Line id="terms-above" label={t('claims.terms.approveAbove', { currency })}><Input id="terms-above" inputMode="decimal" value={above} placeholder={t('claims.terms.never')} onChange={(event) => setAbove(event.target.value)} /></Line>
        <Checkbox checked={terms.channel === 'PORTAL'} onChange={(event) => set({ channel: event.target.checked ? 'PORTAL' : null })}>{t('claims.terms.byHand')}</Checkbox>
        {first.carrier !== '' && <Checkbox checked={terms.ended === true} onChange={(event) => set({ ended: event.target.checked })}>{t('claims.terms.end')}</Checkbox>}
        <Line id="terms-note" label={t('claims.terms.note')}><Input.TextArea id="terms-note" value={terms.note} maxLength={1000} autoSize={{ minRows: 2, maxRows: 5 }} onChange={(event) => set({ note: event.target.value })} /></Line>
        <FaultNote cause={save.error} />
      </div>
    </Modal>
  );
}
