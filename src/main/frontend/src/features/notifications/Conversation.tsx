import { MessageOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { readMessages } from '../../api/messages.ts';
import type { CaseClock, CaseFile } from '../../api/types.ts';
import { may } from '../../app/may.ts';
import { useMe } from '../../app/session.tsx';
import { Moment } from '../../ui/Moment.tsx';
import { SlaClock } from '../../ui/SlaClock.tsx';
import { Empty, Failed, Loading } from '../../ui/states.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { Compose } from './Compose.tsx';
import './messages.css';
import { NoAnswer } from './NoAnswer.tsx';
import { SpokenItem } from './SpokenItem.tsx';

/** The promise to answer a buyer who wrote. */
function FirstResponse({ clock, shop, act }: { clock: CaseClock; shop: string; act: ReactNode }) {
  const { t } = useTranslation();
  return (
    <p className="first-response">
      {clock.state === 'RUNNING' ? <><SlaClock dueAt={clock.dueAt} /> {t('message.answerBy')} <Moment at={clock.dueAt} shop={shop} /> {act}</>
        : <><Tag tone={clock.state === 'KEPT' ? 'green' : 'red'}>{t(`message.response.${clock.state}`)}</Tag> <Moment at={clock.stoppedAt} shop={shop} /></>}
    </p>
  );
}

const latest = (clocks: CaseClock[]) => clocks.filter((clock) => clock.kind === 'firstResponse').toSorted((a, b) => Date.parse(b.startedAt) - Date.parse(a.startedAt))[0];

/** What was said with the buyer of a case, both ways, and what became of each message of ours. */
export default function Conversation({ file, writing, began }: { file: CaseFile; writing: boolean; began: () => void }) {
  const { t } = useTranslation();
  const { number, shop, orderId } = file.case;
  const client = useQueryClient();
  const field = useRef<HTMLTextAreaElement>(null);
  const mayWrite = may(useMe(), 'openCase') && Boolean(orderId);
  const messages = useQuery({ queryKey: ['case', number, 'messages'], queryFn: () => readMessages(number) });
  const here = messages.data !== undefined;
  useEffect(() => {
    if (!writing || !here) return;
    field.current?.focus();
    began();
  }, [writing, began, here]);
  if (messages.isPending) return <Loading />;
  if (messages.isError) return <Failed cause={messages.error} again={() => void messages.refetch()} />;
  const clock = latest(file.clocks);
  const again = () => void client.invalidateQueries({ queryKey: ['case', number] });
  return (
    <div className="conversation">
      {clock && <FirstResponse clock={clock} shop={shop} act={mayWrite && <NoAnswer number={number} done={again} />} />}
      {mayWrite && <Compose key={number} number={number} shop={shop} buyerLanguage={file.buyer?.language ?? file.order?.buyer?.language} field={field} sent={again} />}
      {!orderId && <p className="quiet">{t('message.noOrder')}</p>}
      {messages.data.length ? <ol className="said">{messages.data.map((item) => <SpokenItem key={item.id} item={item} shop={shop} />)}</ol> : <Empty icon={<MessageOutlined />} title={t('message.none')}>{t('message.noneText')}</Empty>}
    </div>
  );
}
