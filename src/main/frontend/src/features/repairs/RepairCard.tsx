import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Repair } from '../../api/repairs.ts';
import type { CaseHead } from '../../api/types.ts';
import { may } from '../../app/may.ts';
import { useMe } from '../../app/session.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { said } from '../../ui/bilingual.ts';
import { Moment } from '../../ui/Moment.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { Fact } from '../cases/Fact.tsx';
import { ToldDialog, type Told } from './ToldDialog.tsx';

function Serials({ repair, shop }: { repair: Repair; shop: string }) {
  const { t } = useTranslation();
  return (
    <>
      <Fact name={t('workshop.serialIn')}>{repair.serialIn && <span className="number">{repair.serialIn}</span>}</Fact>
      <Fact name={t('workshop.serialOut')}>{repair.serialOut && <span className="number">{repair.serialOut}</span>}</Fact>
      <Fact name={t('workshop.spare')}>{repair.spareSerial && <><span className="number">{repair.spareSerial}</span> {repair.spareState && <Tag tone={repair.spareState === 'ASKED' ? 'amber' : 'plain'}>{t(`workshop.spares.${repair.spareState}`)}</Tag>} {repair.spareState === 'ASKED' && repair.spareBy && <Moment at={repair.spareBy} shop={shop} />}</>}</Fact>
    </>
  );
}

/** What the buyer has a claim to, what the workshop found and did, the quote, and what it cost us; a call of the buyer is written down here. */
export function RepairCard({ repair, head }: { repair: Repair; head: CaseHead }) {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  const [told, setTold] = useState<Told | null>(null);
  const mayRecord = may(useMe(), 'answers') && head.state !== 'CLOSED';
  return (
    <section className="card" aria-label={t('workshop.repair')}>
      <h3>{t('workshop.repair')} {repair.cover && <Tag tone={repair.cover === 'outside' ? 'amber' : 'green'}>{t(`workshop.cover.${repair.cover}`)}</Tag>} {repair.failures > 0 && <Tag tone="red">{t('workshop.failures', { times: repair.failures })}</Tag>}</h3>
      {repair.cover && <p>{said(language, repair.coverZh, repair.coverEn)}{repair.right !== 'goOn' && <> · <b>{said(language, repair.rightZh, repair.rightEn)}</b></>}</p>}
      <dl className="facts">
        <Fact name={t('workshop.place')}>{t(`workshop.places.${repair.place}`)}</Fact>
        <Fact name={t('workshop.found')}>{repair.found && <>{t(`workshop.findings.${repair.found}`)} {repair.faultWords}</>}</Fact>
        <Serials repair={repair} shop={head.shop} />
        <Fact name={t('workshop.due')}>{repair.due && repair.place === 'HERE' && <Moment at={repair.due} shop={head.shop} />}</Fact>
        <Fact name={t('workshop.provedBy')}>{repair.provedBy && <Moment at={repair.provedBy} shop={head.shop} />}</Fact>
        <Fact name={t('workshop.quote')}>{repair.quote && <><Amount of={repair.quote} strong /> {repair.quoteState && <Tag tone={repair.quoteState === 'OPEN' ? 'amber' : 'plain'}>{t(`workshop.quotes.${repair.quoteState}`)}</Tag>}</>}</Fact>
      </dl>
      {repair.costs.length > 0 && <ul className="plain">{repair.costs.map((cost, at) => <li key={at}>{t(`workshop.costs.${cost.kind}`)} <Amount of={cost.amount} /> <small>{cost.words}</small></li>)}</ul>}
      <div className="card-acts">
        {mayRecord && repair.quoteState === 'OPEN' && <><Button size="small" onClick={() => setTold('accepted')}>{t('workshop.told.accepted')}</Button><Button size="small" onClick={() => setTold('refused')}>{t('workshop.told.refused')}</Button></>}
        {mayRecord && repair.mayFail && <Button size="small" onClick={() => setTold('failed')}>{t('workshop.told.failed')}</Button>}
      </div>
      {told && <ToldDialog number={head.number} told={told} close={() => setTold(null)} />}
    </section>
  );
}
