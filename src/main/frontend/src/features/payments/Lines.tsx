import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Line } from '../../api/payments.ts';
import { Amount } from '../../ui/Amount.tsx';
import { Moment } from '../../ui/Moment.tsx';
import { Tag, type Tone } from '../../ui/Tag.tsx';

const tones: Record<string, Tone> = { MATCH: 'green', AMOUNT_DIFF: 'amber', ONLY_OURS: 'amber', ONLY_THEIRS: 'red', DUPLICATE_THEIRS: 'red' };
const columns = ['day', 'verdict', 'refund', 'ours', 'theirs', 'difference', 'moved', 'state'] as const;
const toTheRight: readonly string[] = ['ours', 'theirs', 'difference'];

function State({ line }: { line: Line }) {
  const { t } = useTranslation();
  const number = line.caseNumber;
  return (
    <>
      {line.open && <Tag tone="red">{t('recon.isOpen')}</Tag>}
      {line.claimed && <Tag tone="violet">{t('recon.claimed')}</Tag>}
      {!line.open && line.resolvedBy && <><Tag tone="green">{t(`recon.by.${line.resolvedBy}`, line.resolvedBy)}</Tag> <small>{line.resolvedWho} <Moment at={line.resolvedAt} shop={line.shop} /></small></>}
      {number && <Link to="/cases/$number" params={{ number }} className="number">{number}</Link>}
    </>
  );
}

function Row({ line }: { line: Line }) {
  const { t } = useTranslation();
  const number = line.refundCase;
  return (
    <tr>
      <td><span className="number">{line.day}</span> <small>{t(`provider.${line.provider}`, line.provider)}</small></td>
      <td><Tag tone={tones[line.verdict]}>{t(`verdict.${line.verdict}`, line.verdict)}</Tag></td>
      <td>{line.refundNo ? <span className="number">{line.refundNo}</span> : line.lineId && <span className="number quiet">{line.lineId}</span>} {number && <small><Link to="/cases/$number" params={{ number }} className="number">{number}</Link></small>}</td>
      <td className="right"><Amount of={line.ours} /></td>
      <td className="right"><Amount of={line.theirs} /></td>
      <td className="right">{line.verdict !== 'MATCH' && <Amount of={line.difference} strong />}</td>
      <td><Moment at={line.movedAt} shop={line.shop} /></td>
      <td className="recon-state"><State line={line} /></td>
    </tr>
  );
}

export function Lines({ rows }: { rows: Line[] }) {
  const { t } = useTranslation();
  return (
    <div className="table-frame">
      <table className="table">
        <thead><tr>{columns.map((column) => <th key={column} scope="col" className={toTheRight.includes(column) ? 'right' : ''}>{t(`recon.col.${column}`)}</th>)}</tr></thead>
        <tbody>{rows.map((line) => <Row key={line.id} line={line} />)}</tbody>
      </table>
    </div>
  );
}
