import { useTranslation } from 'react-i18next';
import type { Spoken } from '../../api/messages.ts';
import { said } from '../../ui/bilingual.ts';
import { Moment } from '../../ui/Moment.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { sentTone } from './words.ts';
import { VerdictNote } from './VerdictNote.tsx';

/** One message, whose it is, and what became of it. */
export function SpokenItem({ item, shop }: { item: Spoken; shop: string }) {
  const { t, i18n } = useTranslation();
  const kept = ['HELD', 'BLOCKED', 'REFUSED'].includes(item.state);
  const note = said(i18n.language, item.noteZh, item.noteEn);
  return (
    <li className={`spoken spoken-${item.direction} ${kept ? 'spoken-kept' : ''}`}>
      <small>
        <b>{item.author?.name ?? t(`message.from.${item.from}`)}</b> <Moment at={item.sentAt ?? item.at} shop={shop} />
        {item.channel && <span>{t(`message.channel.${item.channel}`, item.channel)}</span>}
        {item.direction === 'OUT' && <Tag tone={sentTone[item.state]}>{t(`message.state.${item.state}`, item.state)}{item.state === 'WAITING' && <Moment at={item.waitingUntil} shop={shop} />}</Tag>}
      </small>
      <div className="bubble">{item.subject && <b>{item.subject}<br /></b>}{item.text}</div>
      {kept && item.verdict && <VerdictNote verdict={item.verdict} brief />}
      {note && <small className="spoken-note">{item.decidedBy && <b>{item.decidedBy}</b>} {note}</small>}
    </li>
  );
}
