import { RiseOutlined, SwapOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { WorkItem } from '../../api/types.ts';
import { Amount } from '../../ui/Amount.tsx';
import { said, skillName } from '../../ui/bilingual.ts';
import { SlaClock } from '../../ui/SlaClock.tsx';
import { Tag } from '../../ui/Tag.tsx';

/** Two lines: what to do and until when; for whom, how much and why. English steps are long: there the kind stands on the second line. */
export function TaskRow({ item, mine }: { item: WorkItem; mine: boolean }) {
  const { t, i18n } = useTranslation();
  const short = i18n.language.startsWith('zh');
  const kind = <span className="row-kind tag tag-blue" title={t(`kind.${item.kind}`, item.kind)}>{t(`kind.${item.kind}`, item.kind)}</span>;
  return (
    <>
      <div className="row-line">
        <b className="row-title" title={said(i18n.language, item.titleZh, item.titleEn)}>{said(i18n.language, item.titleZh, item.titleEn)}</b>
        {short && kind}
        {item.escalated && <Tag tone="red" title={t('task.escalated')}><RiseOutlined /> <span className="row-escalated">{t('task.escalated')}</span></Tag>}
        <span className="row-end">{item.over ? <Tag tone="green">{t('task.over')}</Tag> : <SlaClock dueAt={item.dueAt} />}</span>
      </div>
      <div className="row-line row-second">
        {!short && kind}
        <span className="number">{item.caseNumber}</span>
        {item.buyer && <span>{item.buyer}</span>}
        <Amount of={item.amount} />
        {item.skill && !item.skill.startsWith('platform:') && <Tag title={item.skill}>{skillName(item.skill, i18n.language)}</Tag>}
        {item.handed && <SwapOutlined className="row-handed" title={t('transfer.from', { name: item.handed.by, reason: item.handed.reason })} />}
        <span className="row-reason">{item.reason}</span>
        {item.assignee && (
          <span className={`row-end avatar small ${mine ? 'avatar-me' : ''}`} title={t('task.with', { name: item.assignee.name })}>
            {item.assignee.name.slice(0, 1)}
          </span>
        )}
      </div>
    </>
  );
}
