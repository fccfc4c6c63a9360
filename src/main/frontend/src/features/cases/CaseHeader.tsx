import { ShopOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile, WorkItem } from '../../api/types.ts';
import { useShop } from '../../app/session.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { said } from '../../ui/bilingual.ts';
import { Moment } from '../../ui/Moment.tsx';
import { SlaClock } from '../../ui/SlaClock.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { Copy } from './Copy.tsx';
import { stateTone } from './words.ts';

/** A promise of the case, and what happens when nobody keeps it. */
function Deadline({ dueAt, shop, words }: { dueAt: string; shop: string; words: string }) {
  return (
    <p className="deadline">
      <SlaClock dueAt={dueAt} /> <Moment at={dueAt} shop={shop} /> <span>{words}</span>
    </p>
  );
}

const sameMoment = (a: string | null | undefined, b: string | null | undefined) => Boolean(a && b) && Math.abs(Date.parse(a ?? '') - Date.parse(b ?? '')) < 60_000;

function nextClock(file: CaseFile | undefined) {
  const running = (file?.clocks ?? []).filter((clock) => clock.state === 'RUNNING' && clock.dueAt);
  return running.toSorted((a, b) => Date.parse(a.dueAt ?? '') - Date.parse(b.dueAt ?? ''))[0];
}

export function CaseHeader({ file, item, number, children }: { file: CaseFile | undefined; item?: WorkItem; number: string; children?: ReactNode }) {
  const { t, i18n } = useTranslation();
  const head = file?.case;
  const shopId = head?.shop ?? item?.shop;
  const shop = useShop(shopId);
  const open = head?.state !== 'CLOSED' && shopId;
  const clock = item?.dueAt ? undefined : nextClock(file);
  const dueAt = item?.dueAt ?? clock?.dueAt;
  const byPlatform = sameMoment(dueAt, head?.platformDeadline);
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
        {open && dueAt && <Deadline dueAt={dueAt} shop={shopId} words={byPlatform ? t('clock.platform') : t([`clock.${clock?.kind ?? 'step'}`, 'clock.step'])} />}
        {open && head?.platformDeadline && !byPlatform && <Deadline dueAt={head.platformDeadline} shop={shopId} words={t('clock.platform')} />}
      </div>
    </header>
  );
}
