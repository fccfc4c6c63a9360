import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { previewTemplate, saveTemplate, withdrawTemplate, type Template, type TemplatePreview } from '../../api/admin.ts';
import { useNotice } from '../../app/notices.tsx';
import { useMe } from '../../app/session.tsx';
import { FaultNote } from '../../ui/FaultNote.tsx';
import { Moment } from '../../ui/Moment.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { ofLanguage } from './names.ts';
import { holds } from './tabs.ts';

const pause = 400;

function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

function Verdict({ preview }: { preview: TemplatePreview | undefined }) {
  const { t, i18n } = useTranslation();
  if (!preview) return null;
  const wrong = [...preview.faults.map((fault) => ofLanguage(i18n.language, fault.zh, fault.en)), ...preview.findings.map((finding) => `${finding.line}: ${ofLanguage(i18n.language, finding.reasonZh, finding.reasonEn)}`)];
  return (
    <div className="template-preview" aria-label={t('admin.templates.preview')}>
      <h4>{t('admin.templates.preview')}</h4>
      <p><b>{preview.text.subject}</b></p>
      <p className="template-body">{preview.text.body}</p>
      {wrong.length ? <ul className="test-badly" role="alert">{wrong.map((words) => <li key={words}>{words}</li>)}</ul> : <p className="test-well">{t('admin.templates.fine')}</p>}
    </div>
  );
}

/** One text in one language: the words that must be told, the shop's own wording, and how it reads with samples filled in. */
export function TemplateEditor({ shop, of }: { shop: string; of: Template }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const notice = useNotice();
  const me = useMe();
  const mayWrite = holds(me, 'ADMIN', 'OWNER', 'LEGAL');
  const [words, setWords] = useState(of.own ?? of.house);
  const settled = useSettled(words);
  const preview = useQuery({ queryKey: ['admin', 'preview', shop, of.template, of.language, settled], queryFn: () => previewTemplate(shop, of, settled), placeholderData: (old) => old });
  const done = () => {
    void notice.success(t('admin.saved'));
    void client.invalidateQueries({ queryKey: ['admin', 'templates', shop] });
  };
  const save = useMutation({ mutationFn: () => saveTemplate(shop, of, words), onSuccess: done });
  const withdraw = useMutation({ mutationFn: () => withdrawTemplate(shop, of), onSuccess: done });
  const before = of.own ?? of.house;
  const changed = words.subject !== before.subject || words.body !== before.body;
  const refused = Boolean(preview.data?.faults.length) || (preview.data?.findings ?? []).some((finding) => finding.outcome === 'BLOCK' || !holds(me, 'LEGAL'));
  const id = `${of.template}-${of.language}`;
  return (
    <section className="card" aria-label={t(`admin.language.${of.language}`)}>
      <h3>{t(`admin.language.${of.language}`)} {of.own ? <Tag tone="violet">{t('admin.templates.version', { version: of.version })}</Tag> : <Tag>{t('admin.templates.house')}</Tag>}
        {of.own && <small>{of.writtenBy} <Moment at={of.writtenAt} shop={shop} /></small>}</h3>
      <div className="dialog-form">
        <label htmlFor={`${id}-subject`}>{t('admin.templates.subject')}</label>
        <Input id={`${id}-subject`} value={words.subject} maxLength={120} readOnly={!mayWrite} onChange={(event) => setWords((now) => ({ ...now, subject: event.target.value }))} />
        <label htmlFor={`${id}-body`}>{t('admin.templates.body')}</label>
        <Input.TextArea id={`${id}-body`} value={words.body} autoSize={{ minRows: 4, maxRows: 12 }} maxLength={4000} readOnly={!mayWrite} onChange={(event) => setWords((now) => ({ ...now, body: event.target.value }))} />
        <small className="quiet">{t('admin.templates.needed')} {of.words.length ? of.words.map((word) => <code key={word}>{`{${word}}`} </code>) : t('admin.templates.noneNeeded')}</small>
        <Verdict preview={preview.data} />
        <FaultNote cause={save.error ?? withdraw.error ?? preview.error} />
        {mayWrite && (
          <div className="card-acts">
            {of.own && <Button onClick={() => withdraw.mutate()} loading={withdraw.isPending}>{t('admin.templates.back')}</Button>}
            <Button type="primary" disabled={!changed || refused} loading={save.isPending} onClick={() => save.mutate()}>{t('admin.save')}</Button>
          </div>
        )}
      </div>
    </section>
  );
}
