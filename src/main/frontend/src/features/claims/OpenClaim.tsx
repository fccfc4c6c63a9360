import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Checkbox, Input, Modal, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { faults, openClaim, type ClaimFault } from '../../api/claims.ts';
import type { CaseFile } from '../../api/types.ts';
import { useNotice } from '../../app/notices.tsx';
import { FaultNote } from '../../ui/FaultNote.tsx';
import { minorOf } from '../../ui/money.ts';
import { CarrierPick } from './CarrierPick.tsx';
import { useCurrency } from './useCurrency.ts';
import { claimsKey, plainOf } from './words.ts';

function Line({ id, label, children }: { id: string; label: string; children: ReactNode }) {
  return <div className="claims-line"><label htmlFor={id}>{label}</label>{children}</div>;
}

/** A claim opened by hand: which parcel, what happened to it, what it cost. */
export default function OpenClaim({ file, close }: { file: CaseFile; close: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const notice = useNotice();
  const currency = useCurrency(file.case.shop);
  const parcels = (file.order?.shipments ?? []).filter((each) => each.waybill);
  const [carrier, setCarrier] = useState(parcels[0]?.carrier ?? '');
  const [waybill, setWaybill] = useState(parcels[0]?.waybill ?? '');
  const [fault, setFault] = useState<ClaimFault>('LOST');
  const paid = file.order?.items.reduce((sum, item) => sum + item.paid.minor, 0);
  const [loss, setLoss] = useState(parcels.length === 1 && paid && file.order?.currency === currency ? plainOf(paid, currency) : '');
  const [declared, setDeclared] = useState('');
  const [freight, setFreight] = useState('');
  const [found, setFound] = useState('');
  const [facts, setFacts] = useState({ limitOff: false, shipperFault: false });
  const minor = (text: string) => (text.trim() ? minorOf(text, currency) : null);
  const money = (text: string) => { const of = minor(text); return of === null ? undefined : { minor: of, currency }; };
  const lost = money(loss);
  const parcel = parcels.find((each) => each.waybill === waybill.trim());
  const send = useMutation({
    mutationFn: () => openClaim(file.case.number, {
      carrier: carrier.trim(), waybill: waybill.trim(), fault, loss: lost ?? { minor: 0, currency }, declared: money(declared), freight: money(freight), postedAt: parcel?.shippedAt ?? undefined,
      ...(found ? { discoveredAt: new Date(found).toISOString() } : {}), ...facts,
    }),
    onSuccess: () => {
      void notice.success(t('claims.open.done'));
      void client.invalidateQueries({ queryKey: claimsKey(file.case.number) });
      void client.invalidateQueries({ queryKey: ['case', file.case.number] });
      void client.invalidateQueries({ queryKey: ['timeline', file.case.number] });
      close();
    },
  });
  const amount = (id: string, label: string, value: string, set: (text: string) => void) => (
    <Line id={`claim-${id}`} label={label}><Input id={`claim-${id}`} inputMode="decimal" value={value} onChange={(event) => set(event.target.value)} /></Line>
  );
  return (
    <Modal open title={t('claims.open.title')} onCancel={close} onOk={() => send.mutate()} okText={t('claims.open.send')} cancelText={t('act.cancel')} okButtonProps={{ loading: send.isPending, disabled: !lost || !carrier.trim() || !waybill.trim() }} width={560}>
      <div className="claims-form">
        {parcels.length > 1 && <Line id="claim-parcel" label={t('claims.open.parcel')}><Select id="claim-parcel" value={parcel?.waybill} options={parcels.map((each) => ({ value: each.waybill, label: `${t(`carrier.${each.carrier}`, each.carrier ?? '')} ${each.waybill}` }))} onChange={(value) => { setWaybill(value ?? ''); setCarrier(parcels.find((each) => each.waybill === value)?.carrier ?? ''); }} /></Line>}
        <Line id="claim-carrier" label={t('claims.carrier')}><CarrierPick id="claim-carrier" value={carrier} change={setCarrier} /></Line>
        <Line id="claim-waybill" label={t('claims.waybill')}><Input id="claim-waybill" value={waybill} maxLength={64} onChange={(event) => setWaybill(event.target.value)} /></Line>
        <Line id="claim-fault" label={t('claims.faultName')}><Select id="claim-fault" value={fault} options={faults.map((value) => ({ value, label: t(`claims.fault.${value}`) }))} onChange={setFault} /></Line>
        {amount('loss', t('claims.open.loss', { currency }), loss, setLoss)}
        {amount('declared', t('claims.open.declared', { currency }), declared, setDeclared)}
        {amount('freight', t('claims.open.freight', { currency }), freight, setFreight)}
        <Line id="claim-found" label={t('claims.open.found')}><Input id="claim-found" type="datetime-local" value={found} onChange={(event) => setFound(event.target.value)} /></Line>
        <Checkbox checked={facts.limitOff} onChange={(event) => setFacts({ ...facts, limitOff: event.target.checked })}>{t('claims.limitOff')}</Checkbox>
        <Checkbox checked={facts.shipperFault} onChange={(event) => setFacts({ ...facts, shipperFault: event.target.checked })}>{t('claims.shipperFault')}</Checkbox>
        <p className="quiet">{t('claims.open.frozen')}</p>
        <FaultNote cause={send.error} />
      </div>
    </Modal>
  );
}
