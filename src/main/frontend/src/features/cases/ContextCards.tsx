import { FlagFilled } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../api/types.ts';
import { Amount } from '../../ui/Amount.tsx';
import { Moment } from '../../ui/Moment.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { refundTone, stateTone } from './words.ts';

export function Refunds({ file }: { file: CaseFile }) {
  const { t } = useTranslation();
  if (!file.refunds?.length) return null;
  return (
    <section className="card">
      <h3>{t('refund.title')}</h3>
      <ul className="plain">
        {file.refunds.map((refund) => (
          <li key={refund.refundNo}>
            <Amount of={refund.amount} strong /> <Tag tone={refundTone[refund.state] ?? 'amber'}>{t(`refundState.${refund.state}`, refund.state)}</Tag>
            <small><span className="number">{refund.refundNo}</span> <Moment at={refund.settledAt} shop={file.case.shop} /></small>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Remarks({ file }: { file: CaseFile }) {
  const { t } = useTranslation();
  if (!file.remarks?.length) return null;
  return (
    <section className="card">
      <h3>{t('remark.title')}</h3>
      <ul className="plain">
        {file.remarks.map((remark) => (
          <li key={remark.id} className={`remark remark-${remark.flag}`}>
            <FlagFilled title={t(`flag.${remark.flag}`)} /> <b>{remark.reason}</b>
            <p>{remark.text}</p>
            <small>{remark.byName} <Moment at={remark.at} shop={file.case.shop} /></small>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function OtherCases({ file }: { file: CaseFile }) {
  const { t } = useTranslation();
  if (!file.otherCases?.length) return null;
  return (
    <section className="card">
      <h3>{t('case.others')}</h3>
      <ul className="plain">
        {file.otherCases.map((other) => (
          <li key={other.number}>
            <Link to="/cases/$number" params={{ number: other.number }} className="number">{other.number}</Link>{' '}
            <Tag tone={stateTone[other.state]}>{t(`caseState.${other.state}`, other.state)}</Tag> {other.outcome && t(`outcome.${other.outcome}`, other.outcome)}
            <small>{t(`kind.${other.kind}`, other.kind)} <Moment at={other.openedAt} shop={other.shop ?? file.case.shop} /></small>
          </li>
        ))}
      </ul>
    </section>
  );
}
