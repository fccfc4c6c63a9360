import { ClockCircleOutlined, ShopOutlined, SwapOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile, WorkItem } from '../../api/types.ts';
import { useShop } from '../../app/session.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { said } from '../../ui/bilingual.ts';
import { Moment } from '../../ui/Moment.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { Copy } from './Copy.tsx';
import { NextDeadline } from './NextDeadline.tsx';
import { stateTone } from './words.ts';

export function CaseHeader({ file, item, number, children }: { file: CaseFile | undefined; item?: WorkItem; number: string; children?: ReactNode }) {
  const { t, i18n } = useTranslation();
  const head = file?.case;
  const shopId = head?.shop ?? item?.shop;
  const shop = useShop(shopId);
  const open = head?.state !== 'CLOSED' && shopId;
  const kind = head?.kind ?? item?.kind;
  const title = item ? said(i18n.language, item.titleZh, item.titleEn) : t(`kind.${kind}`, kind ?? '');
  return (
    <header className="case-head">
      <div className="case-head-line">
        <h2>{title}</h2>
        {item && kind && <Tag tone="blue">{t(`kind.${kind}`, kind)}</Tag>}
        {head && <Tag tone={stateTone[head.state]}>{t(`caseState.${head.state}`, head.state)}</Tag>}
        <Amount of={item?.amount ?? head?.askedAmount} strong />
        <span className="case-acts">{children}</span>
      </div>
      <div className="case-head-line case-head-second">
        {item ? <Link to="/cases/$number" params={{ number }} className="number">{number}</Link> : <Copy text={number} />}
        <span><ShopOutlined /> {shop.name}</span>
        {item && <span>{item.assignee ? t('task.with', { name: item.assignee.name }) : t('task.free', { team: t(`team.${item.team}`, item.team) })}</span>}
        {item?.handed && <span className="handed"><SwapOutlined /> {t('transfer.from', { name: item.handed.by, reason: item.handed.reason })}</span>}
        {item?.snoozed && <span className="handed"><ClockCircleOutlined /> {t(item.snoozed.onAnswer ? 'snooze.untilAnswer' : 'snooze.asleep')} <Moment at={item.snoozed.until} shop={shopId} /></span>}
        {open && <NextDeadline number={number} shop={shopId} />}
      </div>
    </header>
  );
}
