import { Form } from '@bpmn-io/form-js-viewer';
import '@bpmn-io/form-js-viewer/dist/assets/form-js.css';
import { useEffect, useImperativeHandle, useRef, type CSSProperties, type Ref } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { FieldFault } from '../api/http.ts';
import type { FormData, Schema, SchemaField } from '../api/types.ts';
import { EvidenceModule, type EvidenceDesk } from './fields/evidence.ts';
import './form.css';
import { answeredIn, answersIn, factsIn, fieldsOf, schemaIn } from './formLanguage.ts';
import { translateModule } from './formTranslate.ts';
import { scanInto, uncounted, type Scanned } from './scan.ts';

export type FormHandle = {
  /** All answers, or null when a field is wrong: then the first wrong one has the focus. */
  answers: () => FormData | null;
  /** Shows what the server refused, at the fields it names; tells whether every fault found its field. */
  refuse: (faults: FieldFault[]) => boolean;
  /** Takes what a scanner read: counts a row or fills a field. */
  scan: (code: string) => Scanned;
};
type Props = { schema: Schema; data: FormData; prefill?: FormData | null; readOnly: boolean; evidence: Omit<EvidenceDesk, 'words'>; onChange: (data: FormData) => void; ref: Ref<FormHandle> };

type Registry = { getAll: () => { id: string; key?: string }[] };
type Innards = { get: (name: string) => unknown; _setState: (state: object) => void; _getState: () => { data: FormData; errors: Record<string, string[]> } };
const innards = (form: Form) => form as unknown as Innards;

function focusFirstFault(host: HTMLElement) {
  requestAnimationFrame(() => requestAnimationFrame(() => {
    const field = host.querySelector('.fjs-has-errors');
    field?.scrollIntoView({ block: 'center', behavior: 'auto' });
    field?.querySelector<HTMLElement>('input,textarea,select,button,[tabindex="0"]')?.focus();
  }));
}

const size = (field: SchemaField) => (field.properties?.size === 'big' || field.properties?.scan === 'count' ? 'big' : '');
const tone = (field: SchemaField) => (field.properties?.tone === 'warn' ? 'fact-warn' : '');

/** Fields that only tell something are shown as facts, not as boxes nobody can write in; what is counted gets large keys. */
function markFields(host: HTMLElement, schema: Schema) {
  for (const field of fieldsOf(schema)) {
    const classes = [field.disabled === true && 'fact', size(field), tone(field)].filter((each): each is string => Boolean(each));
    if (!field.id || !classes.length) continue;
    const id = CSS.escape(field.id);
    for (const box of host.querySelectorAll(`[id$="-${id}"],[id*="-${id}_"]`)) box.closest('.fjs-element')?.classList.add(...classes);
  }
}

function showFaults(form: Form, faults: FieldFault[]) {
  const fields = (innards(form).get('formFieldRegistry') as Registry).getAll();
  const errors: Record<string, string[]> = {};
  let all = true;
  for (const fault of faults) {
    const field = fields.find((each) => each.key !== undefined && each.key === fault.field?.replace(/^data\./, '').replace(/\[.*$/, ''));
    if (field) (errors[field.id] ??= []).push(fault.remedy ?? fault.rule ?? '');
    else all = false;
  }
  innards(form)._setState({ errors });
  return all;
}

/** A carrier that the form is told has a name. */
const carrierIn = (t: TFunction, facts: FormData): FormData => (typeof facts.carrier === 'string' ? { ...facts, carrier: t(`carrier.${facts.carrier}`, facts.carrier) } : facts);

export default function FormView({ schema, data, prefill, readOnly, evidence, onChange, ref }: Props) {
  const { t, i18n } = useTranslation();
  const host = useRef<HTMLDivElement>(null);
  const made = useRef<Form | null>(null);
  const current = useRef(data);
  // words of another part of the page may arrive at any time and make `t` anew: no reason to build the form again under somebody's fingers
  const told = useRef({ onChange, evidence, t });
  useEffect(() => {
    told.current = { onChange, evidence, t };
  });
  const readOnlyNow = useRef(readOnly);
  const scanning = useRef(false);
  const language = i18n.language;

  useEffect(() => {
    const place = document.createElement('div');
    host.current?.append(place);
    let dead = false;
    const say = told.current.t;
    const words = i18n.getResource(language, 'translation', 'formjs') as Record<string, string>;
    const desk: EvidenceDesk = { upload: (files) => told.current.evidence.upload(files), find: (id) => told.current.evidence.find(id), words: evidenceWords(say) };
    const form = new Form({ container: place, additionalModules: [translateModule(words), EvidenceModule], evidence: desk, debounce: false } as object);
    made.current = form;
    form.setProperty('readOnly', readOnlyNow.current);
    void form.importSchema(schemaIn(schema, language), { ...current.current, ...carrierIn(say, factsIn(schema, prefill, language)) }).then(() => {
      if (dead) return;
      let known = JSON.stringify(innards(form)._getState().data);
      const mark = () => requestAnimationFrame(() => markFields(place, schema));
      mark();
      form.on('changed', () => {
        mark();
        current.current = innards(form)._getState().data;
        const now = JSON.stringify(current.current);
        if (now === known) return;
        known = now;
        told.current.onChange(answeredIn(schema, current.current));
      });
    });
    return () => {
      dead = true;
      made.current = null;
      // a radio or tick box that goes while it has the focus asks a frame that is gone already
      if (place.contains(document.activeElement)) (document.activeElement as HTMLElement).blur();
      form.destroy();
      place.remove();
    };
  }, [schema, prefill, language, i18n]);

  useEffect(() => {
    readOnlyNow.current = readOnly;
    made.current?.setProperty('readOnly', readOnly);
  }, [readOnly]);

  useImperativeHandle(ref, () => ({
    answers: () => {
      const form = made.current;
      if (!form || !host.current) return null;
      form.setProperty('readOnly', false);
      const { data: given, errors } = form.submit();
      if (Object.keys(errors).length === 0) return answersIn(given);
      focusFirstFault(host.current);
      return null;
    },
    refuse: (faults) => {
      if (!made.current || !host.current) return false;
      const all = showFaults(made.current, faults);
      focusFirstFault(host.current);
      return all;
    },
    scan: (code) => {
      const form = made.current;
      if (!form || readOnlyNow.current) return { kind: 'none' };
      const given = innards(form)._getState().data;
      const { data: next, scanned } = scanInto(schemaIn(schema, language), scanning.current ? given : uncounted(schema, given, prefill), code);
      if (next) innards(form)._setState({ data: next });
      scanning.current ||= scanned.kind === 'counted';
      return scanned;
    },
  }), [schema, prefill, language]);

  const words = { '--select-hint': JSON.stringify(t('formHint.select')) } as CSSProperties;
  return <div ref={host} className={`task-form ${readOnly ? 'task-form-readonly' : ''}`} style={words} />;
}

const evidenceWords = (t: (key: string) => string) => ({
  add: t('evidence.add'), hint: t('evidence.fieldHint'), remove: t('evidence.remove'), failed: t('evidence.failed'), busy: t('evidence.busy'), none: t('evidence.none'),
});
