import { DownOutlined, RedoOutlined, RightOutlined, WarningFilled } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askRetry, type IncidentGroup, type Look } from '../../api/cockpit.ts';
import { may } from '../../app/may.ts';
import { useMe } from '../../app/session.tsx';
import { said } from '../../ui/bilingual.ts';
import { FaultNote } from '../../ui/FaultNote.tsx';
import { Moment } from '../../ui/Moment.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { countText } from './figures.ts';
import { Failures } from './Failures.tsx';

type Props = { group: IncidentGroup; look: Look; open: boolean; toggle: () => void; started: (retry: number) => void };

/** One cause: what stopped, why, what it means, and the way to set it going again. Refunds are looked at before they are tried. */
export function Group({ group, look, open, toggle, started }: Props) {
  const { t, i18n } = useTranslation();
  const me = useMe();
  const [lookedAt, setLookedAt] = useState(false);
  const words = (zh: string, en: string) => said(i18n.language, zh, en);
  const mayTry = may(me, group.money ? 'retryMoney' : 'retry');
  const retry = useMutation({ mutationFn: (refs: string[]) => askRetry(look, group.key, refs, lookedAt), onSuccess: (shown) => started(shown.retry.id) });
  const ready = mayTry && (!group.money || (open && lookedAt));
  const count = group.capped ? t('cockpit.atLeast', { n: countText(group.count, i18n.language) }) : countText(group.count, i18n.language);
  return (
    <li className="card group">
      <div className="group-head">
        <button type="button" className="group-open" aria-expanded={open} onClick={toggle}>
          {open ? <DownOutlined /> : <RightOutlined />} <b>{words(group.whatZh, group.whatEn)}</b> <span>{words(group.causeZh, group.causeEn)}</span>
        </button>
        <Tag tone={group.stopped ? 'red' : 'amber'}>{t(group.stopped ? 'cockpit.stopped' : 'cockpit.trying')}</Tag>
        {group.money && <Tag tone="violet">{t('cockpit.money')}</Tag>}
        <b className="group-count">{t('cockpit.things', { shown: count })}</b>
        {mayTry && <Button size="small" icon={<RedoOutlined />} disabled={open && !ready} title={ready ? undefined : t('cockpit.lookFirst')} loading={retry.isPending} onClick={() => (ready ? retry.mutate([]) : toggle())}>{t('cockpit.retryAll')}</Button>}
      </div>
      <p className="group-means">{words(group.meansZh, group.meansEn)}</p>
      <p className="quiet">{t('cockpit.firstSeen')} <Moment at={group.firstAt} shop={undefined} /> · {t('cockpit.lastSeen')} <Moment at={group.lastAt} shop={undefined} /></p>
      {open && <details className="group-sample"><summary>{t('cockpit.sample')}</summary><p><code>{group.place}</code> {group.sample || t('cockpit.noSample')}</p></details>}
      <FaultNote cause={retry.error} />
      {open && group.money && (
        <div className="group-money">
          <p><WarningFilled /> {t('cockpit.moneyFirst')}</p>
          {mayTry && <Checkbox checked={lookedAt} onChange={(event) => setLookedAt(event.target.checked)}>{t('cockpit.lookedAt')}</Checkbox>}
        </div>
      )}
      {open && <Failures look={look} group={group} retry={ready ? (ref) => retry.mutate([ref]) : null} />}
    </li>
  );
}
