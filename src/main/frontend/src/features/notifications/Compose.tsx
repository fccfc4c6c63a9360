import { SendOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { onceKey } from '../../api/http.ts';
import { sendMessage, type Spoken, type Template } from '../../api/messages.ts';
import { useNotice } from '../../app/notices.tsx';
import { asLanguage } from '../../i18n/index.ts';
import { said } from '../../ui/bilingual.ts';
import { FaultNote } from '../../ui/FaultNote.tsx';
import { Keys } from '../../ui/Keys.tsx';
import { useKeptDraft } from '../notes/useKeptDraft.ts';
import { draftOf, forgetDraft, keepDraft, type MessageDraft } from './drafts.ts';
import { PreviewNote } from './PreviewNote.tsx';
import { Templates } from './Templates.tsx';
import { usePreview } from './usePreview.ts';
import { openWords, selectGap } from './words.ts';

const longest = 1000;
const answers: Partial<Record<Spoken['state'], ['success' | 'warning' | 'error', string]>> = {
  BLOCKED: ['error', 'message.keptBack'], HELD: ['warning', 'message.toLegal'], SKIPPED: ['warning', 'message.notSent'], WAITING: ['success', 'message.later'],
};
type Props = { number: string; shop: string; buyerLanguage: string | null | undefined; sent: () => void; field: RefObject<HTMLTextAreaElement | null> };

function Switch({ on, set, words }: { on: boolean; set: (on: boolean) => void; words: string }) {
  return <label><input type="checkbox" checked={on} onChange={(event) => set(event.target.checked)} /> {words}</label>;
}

/** Words to the buyer: from a template or free, judged while the typing rests, sent with Ctrl+Enter. */
export function Compose({ number, shop, buyerLanguage, sent, field }: Props) {
  const { t, i18n } = useTranslation();
  const notice = useNotice();
  const [draft, setDraft] = useState<MessageDraft>(() => draftOf(number, asLanguage(buyerLanguage ?? 'zh-CN')));
  const [sentCount, setSentCount] = useState(0);
  const key = useRef(onceKey());
  const kept = useKeptDraft(number, 'message', true, ({ data }) => setDraft((now) => (now.text ? now : { ...now, ...(data as Partial<MessageDraft>) })));
  const change = (next: Partial<MessageDraft>) => {
    const changed = { ...draft, ...next };
    setDraft(changed);
    keepDraft(number, changed);
    kept.keep(changed);
    key.current = onceKey();
  };
  const [labels, setLabels] = useState<Template['words']>([]);
  const take = ({ text, words }: Template) => {
    change({ text });
    setLabels(words);
    requestAnimationFrame(() => selectGap(field.current));
  };
  const { preview, checking, fault } = usePreview(number, draft);
  const send = useMutation({
    mutationFn: () => sendMessage(number, { ...draft, text: draft.text.trim() }, key.current),
    onSuccess: ({ state }) => {
      const [type, words] = answers[state] ?? ['success', 'message.queued'];
      void notice.open({ type, content: t(words) });
      key.current = onceKey();
      sent();
      if (state === 'BLOCKED') return;
      forgetDraft(number);
      kept.forget();
      setDraft({ ...draft, text: '', offers: false, marketing: false });
      setSentCount(sentCount + 1);
    },
  });
  const outcome = preview?.message.verdict.outcome;
  const gaps = openWords(draft.text);
  const called = (name: string) => {
    const word = labels?.find((each) => each.name === name);
    return word ? said(i18n.language, word.labelZh, word.labelEn) : name;
  };
  const ready = draft.text.trim() !== '' && gaps.length === 0 && !send.isPending && outcome !== 'BLOCK' && preview?.mayWrite !== false;
  const submit = () => ready && send.mutate();
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    submit();
  };
  return (
    <form className="compose" aria-label={t('message.compose')} onSubmit={(event) => { event.preventDefault(); submit(); }} onKeyDown={onKeyDown}>
      <div className="compose-head">
        <label htmlFor="compose-text">{t('message.to')} <Keys of="R" /></label>
        <Templates key={sentCount} number={number} language={draft.language} speak={(language) => change({ language })} take={take} />
      </div>
      <textarea id="compose-text" ref={field} rows={3} maxLength={longest} value={draft.text} placeholder={t('message.hint')} aria-describedby="compose-verdict" onChange={(event) => change({ text: event.target.value })} />
      <div id="compose-verdict" role="status" aria-live="polite">
        {gaps.length > 0 && <p className="risk-text">{t('message.missing', { words: gaps.map(called).join(t('list.and')) })}</p>}
        {preview && <PreviewNote preview={preview} shop={shop} />}
      </div>
      <FaultNote cause={send.error ?? fault} />
      <div className="compose-foot">
        <Switch on={draft.offers} set={(offers) => change({ offers })} words={t('message.offers')} />
        <Switch on={draft.marketing} set={(marketing) => change({ marketing })} words={t('message.marketing')} />
        <span className="compose-state">{checking ? t('guard.checking') : outcome === 'ALLOW' && <span className="fine">{t('guard.ALLOW')}</span>} {kept.saved && <span className="quiet">{t('draft.saved')}</span>}</span>
        <Button htmlType="submit" type="primary" icon={<SendOutlined />} disabled={!ready} loading={send.isPending}>{t(outcome === 'LEGAL_REVIEW' ? 'message.askLegal' : 'message.send')} <Keys of="Ctrl Enter" /></Button>
      </div>
    </form>
  );
}
