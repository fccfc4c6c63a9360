import { FormContext, Textfield } from '@bpmn-io/form-js-viewer';
import { h, type FunctionComponent } from 'preact';
import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import { thumbnailUrl, evidenceUrl } from '../../api/cases.ts';
import { problemOf } from '../../api/http.ts';
import type { EvidenceFile, SchemaField } from '../../api/types.ts';

/** What the field asks of the screen around it: where files go, what they are called, which words to use. */
export type EvidenceDesk = {
  upload: (files: File[]) => Promise<EvidenceFile[]>;
  find: (id: string) => EvidenceFile | undefined;
  words: Record<'add' | 'hint' | 'remove' | 'failed' | 'busy' | 'none', string>;
};
type FieldProps = {
  field: SchemaField; value: string[] | null; disabled: boolean; readonly: boolean; errors?: string[]; domId: string;
  onChange: (change: { field: SchemaField; value: string[] }) => void;
};

const accepted = 'image/*,video/mp4,video/webm,application/pdf,text/plain';
const idsOf = (value: unknown) => (Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : []);

const thumb = (id: string, desk: EvidenceDesk, remove: (() => void) | null) => {
  const name = desk.find(id)?.name ?? id;
  return h('li', { key: id }, [
    h('a', { href: evidenceUrl(id), target: '_blank', rel: 'noreferrer', title: name }, h('img', { src: thumbnailUrl(id), alt: name, loading: 'lazy' })),
    remove && h('button', { type: 'button', 'aria-label': `${desk.words.remove} ${name}`, title: desk.words.remove, onClick: remove }, '×'),
  ]);
};

function useUploads(desk: EvidenceDesk, ids: string[], change: (ids: string[]) => void) {
  const [busy, setBusy] = useState(0);
  const [fault, setFault] = useState('');
  const latest = useRef(ids);
  useEffect(() => {
    latest.current = ids;
  });
  const take = async (list: FileList | null | undefined) => {
    const files = [...(list ?? [])];
    if (!files.length) return;
    setFault('');
    setBusy((count) => count + files.length);
    try {
      const kept = await desk.upload(files);
      change([...new Set([...latest.current, ...kept.map((file) => file.id)])]);
    } catch (cause) {
      setFault(cause instanceof Error && problemOf(cause).status !== 0 ? cause.message : desk.words.failed);
    } finally {
      setBusy((count) => count - files.length);
    }
  };
  return { busy, fault, take };
}

/** Pictures, films and papers as an answer: chosen, dragged in or pasted; the value is the list of their ids. */
export function Evidence({ field, value, disabled, readonly, errors = [], domId, onChange }: FieldProps) {
  const desk = (useContext(FormContext as never) as { getService: (name: string) => { evidence: EvidenceDesk } }).getService('config').evidence;
  const picker = useRef<HTMLInputElement>(null);
  const ids = idsOf(value);
  const change = (next: string[]) => onChange({ field, value: next });
  const { busy, fault, take } = useUploads(desk, ids, change);
  const locked = disabled || readonly;
  const labelId = `${domId}-label`;
  const required = Boolean((field.validate as { required?: boolean } | undefined)?.required);
  const shown = [...errors, ...(fault ? [fault] : [])];
  return h(
    'div',
    {
      class: `fjs-form-field fjs-form-field-evidence${shown.length ? ' fjs-has-errors' : ''}`,
      onPaste: (event: ClipboardEvent) => !locked && void take(event.clipboardData?.files),
      onDragOver: (event: DragEvent) => event.preventDefault(),
      onDrop: (event: DragEvent) => { event.preventDefault(); if (!locked) void take(event.dataTransfer?.files); },
    },
    [
      h('div', { id: labelId, class: 'fjs-form-field-label' }, [field.label, required && h('span', { class: 'fjs-asterix', 'aria-hidden': true }, '*')]),
      h('ul', { class: 'evidence-strip', 'aria-labelledby': labelId }, [
        ...ids.map((id) => thumb(id, desk, locked ? null : () => change(ids.filter((each) => each !== id)))),
        !locked && h('li', { key: 'add' }, h('button', { type: 'button', class: 'evidence-add', id: domId, onClick: () => picker.current?.click() }, ['＋ ', desk.words.add])),
        busy > 0 && h('li', { key: 'busy', class: 'evidence-busy', role: 'status' }, desk.words.busy),
        locked && !ids.length && h('li', { key: 'none', class: 'evidence-none' }, desk.words.none),
      ]),
      !locked && h('div', { class: 'fjs-form-field-description' }, field.description || desk.words.hint),
      h('input', {
        ref: picker, type: 'file', multiple: true, accept: accepted, hidden: true, 'aria-labelledby': labelId,
        onChange: (event: Event) => { const input = event.currentTarget as HTMLInputElement; void take(input.files).then(() => { input.value = ''; }); },
      }),
      shown.length > 0 && h('div', { class: 'fjs-form-field-error', role: 'alert' }, shown.join(' ')),
    ],
  );
}

Object.assign(Evidence, {
  config: {
    ...(Textfield as unknown as { config: object }).config,
    type: 'evidence', keyed: true, name: 'Evidence', label: 'Evidence', group: 'input', emptyValue: [],
    sanitizeValue: ({ value }: { value: unknown }) => idsOf(value),
  },
});

class EvidenceRegistrar {
  static readonly $inject = ['formFields'];
  constructor(formFields: { register: (type: string, field: FunctionComponent<FieldProps>) => void }) {
    formFields.register('evidence', Evidence);
  }
}

export const EvidenceModule = { __init__: ['evidenceField'], evidenceField: ['type', EvidenceRegistrar] };
