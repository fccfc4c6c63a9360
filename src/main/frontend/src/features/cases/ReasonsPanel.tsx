import { PartitionOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { readReasons, type Reason, type ReasonValue } from '../../api/desk.ts';
import { halfOf } from '../../ui/bilingual.ts';
import { Moment } from '../../ui/Moment.tsx';
import { Empty, Failed, Loading } from '../../ui/states.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { conditionWords, factWords } from './factWords.ts';

function Values({ title, values }: { title: string; values: ReasonValue[] }) {
  const { t, i18n } = useTranslation();
  if (!values.length) return null;
  return (
    <div>
      <h4>{title}</h4>
      <dl className="facts reason-facts">
        {values.map((each) => <div key={each.name} className="fact"><dt>{halfOf(each.label, i18n.language)}</dt><dd><code>{factWords(t, each.name, each.value)}</code>{each.condition && <small> ← {conditionWords(t, each.name, each.condition)}</small>}</dd></div>)}
      </dl>
    </div>
  );
}

function Entry({ reason, shop }: { reason: Reason; shop: string }) {
  const { t, i18n } = useTranslation();
  return (
    <li className="reason">
      <p className="reason-head"><b>{t(`tableName.${reason.table}`, reason.name)}</b> {reason.version && <Tag title={reason.hash}>{t('why.version', { version: reason.version })}</Tag>} <small><Moment at={reason.at} shop={shop} /></small></p>
      {reason.rows.length ? reason.rows.map((row) => <p key={row.id} className="reason-row" title={row.id}>{halfOf(row.text, i18n.language) || row.id}</p>) : <p className="quiet">{t('why.noRow')}</p>}
      <details><summary>{t('why.details')}</summary><div className="reason-details"><Values title={t('why.in')} values={reason.inputs} /><Values title={t('why.out')} values={reason.outputs} /></div></details>
    </li>
  );
}

/** Which row of which table decided, and on what facts; the newest first. */
export function ReasonsPanel({ number, shop }: { number: string; shop: string }) {
  const { t } = useTranslation();
  const reasons = useQuery({ queryKey: ['case', number, 'reasons'], queryFn: () => readReasons(number) });
  if (reasons.isPending) return <Loading />;
  if (reasons.isError) return <Failed cause={reasons.error} again={() => void reasons.refetch()} />;
  if (!reasons.data.length) return <Empty icon={<PartitionOutlined />} title={t('why.none')} />;
  return <ol className="reasons">{reasons.data.map((reason) => <Entry key={`${reason.at}${reason.table}${reason.rows[0]?.id ?? ''}`} reason={reason} shop={shop} />)}</ol>;
}
