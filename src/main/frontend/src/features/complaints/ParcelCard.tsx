import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readParcel, type Complaint, type ParcelScan } from '../../api/complaints.ts';
import type { CaseHead } from '../../api/types.ts';
import { withWords } from '../../i18n/screens.tsx';
import { said } from '../../ui/bilingual.ts';
import { FaultNote } from '../../ui/FaultNote.tsx';
import { Moment } from '../../ui/Moment.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { Copy } from '../cases/Copy.tsx';
import { Fact } from '../cases/Fact.tsx';

const FIRST = 4;
const calm = new Set(['DELIVERED', 'DELAY', 'FOUND']);
const agreed = { SAME: 'green', BUYER_WRONG: 'red', LABEL_WRONG: 'red' } as const;

/** What the table found, and why: nobody has to guess. */
function Findings({ complaint, shop }: { complaint: Complaint; shop: string }) {
  const { t, i18n } = useTranslation();
  return (
    <dl className="facts">
      <Fact name={t('parcel.waybill')}>{complaint.waybill && <>{t(`carrier.${complaint.carrier}`, complaint.carrier ?? '')} <Copy text={complaint.waybill} /></>}</Fact>
      <Fact name={t('parcel.said')}>{complaint.byHouse ? t('parcel.byHouse') : complaint.said && t(`parcel.saidWord.${complaint.said}`, complaint.said)}</Fact>
      <Fact name={t('parcel.address')}>{complaint.address !== 'NOT_ASKED' && <Tag tone={agreed[complaint.address as keyof typeof agreed] ?? 'amber'}>{t(`parcel.addressWord.${complaint.address}`, complaint.address)}</Tag>}</Fact>
      <Fact name={t('parcel.why')}>{complaint.type && said(i18n.language, complaint.typeGroundZh, complaint.typeGroundEn)}</Fact>
      <Fact name={t('parcel.late')}>{complaint.daysLate > 0 && t('parcel.days', { count: complaint.daysLate })}</Fact>
      <Fact name={t('parcel.way')}>{complaint.way && <><b>{t(`parcel.wayWord.${complaint.way}`, complaint.way)}</b> <small>{said(i18n.language, complaint.wayGroundZh, complaint.wayGroundEn)}</small></>}</Fact>
      <Fact name={t('parcel.proof')}>{complaint.proof && t(`parcel.proofWord.${complaint.proof}`, complaint.proof)}</Fact>
      <Fact name={t('parcel.asked')}>{complaint.chases > 0 && t('parcel.times', { count: complaint.chases })}</Fact>
      <Fact name={t('parcel.claim')}>{complaint.claimNo && <span className="number">{complaint.claimNo}</span>}</Fact>
      <Fact name={t('parcel.lastScan')}>{complaint.lastScanAt && <Moment at={complaint.lastScanAt} shop={shop} />}</Fact>
    </dl>
  );
}

/** The way of the parcel as the carrier told it, newest first. */
function Scans({ scans, shop }: { scans: ParcelScan[]; shop: string }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  if (!scans.length) return <p className="quiet">{t('parcel.noScans')}</p>;
  return (
    <>
      <ol className="items" aria-label={t('parcel.trace')}>
        {(all ? scans : scans.slice(0, FIRST)).map((scan) => (
          <li key={`${scan.at}${scan.code}${scan.words}`}>
            <span className="item-title">{scan.code && <Tag>{t(`parcel.code.${scan.code}`, scan.code)}</Tag>} {scan.words}</span>
            <span className="item-meta"><Moment at={scan.at} shop={shop} /> {scan.place}</span>
          </li>
        ))}
      </ol>
      {scans.length > FIRST && <Button size="small" type="text" onClick={() => setAll(!all)}>{all ? t('parcel.fewer') : t('parcel.more', { count: scans.length })}</Button>}
    </>
  );
}

/** A parcel that went wrong: its trace, what it was called and why, and how the buyer is made whole. */
function ParcelCard({ head }: { head: CaseHead }) {
  const { t } = useTranslation();
  const parcel = useQuery({ queryKey: ['case', head.number, 'parcel'], queryFn: () => readParcel(head.number) });
  if (parcel.error) return <section className="card"><h3>{t('parcel.title')}</h3><FaultNote cause={parcel.error} /></section>;
  const complaint = parcel.data?.complaint;
  if (!complaint) return null;
  return (
    <section className="card" aria-label={t('parcel.title')}>
      <h3>{t('parcel.title')} {complaint.type && <Tag tone={calm.has(complaint.type) ? 'blue' : 'red'}>{t(`parcel.type.${complaint.type}`, complaint.type)}</Tag>}</h3>
      <Findings complaint={complaint} shop={head.shop} />
      <h4>{t('parcel.trace')}</h4>
      <Scans scans={parcel.data?.scans ?? []} shop={head.shop} />
    </section>
  );
}

export default withWords('complaints', ParcelCard);
