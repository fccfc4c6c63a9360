import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import i18next from 'i18next';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createRef } from 'react';
import { initReactI18next } from 'react-i18next';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { EvidenceFile, Schema } from '../src/api/types.ts';
import { answersIn, draftIn, factsIn, schemaIn, wordsOf } from '../src/forms/formLanguage.ts';
import FormView, { type FormHandle } from '../src/forms/FormView.tsx';
import en from '../src/i18n/en/index.ts';
import zh from '../src/i18n/zh-CN/index.ts';

const schema: Schema = {
  schemaVersion: 19, type: 'default', id: 'reviewRequest',
  components: [
    { type: 'radio', id: 'f1', key: 'decision', label: '处理结果', validate: { required: true }, values: [{ label: '同意', value: 'agree' }, { label: '拒绝', value: 'refuse' }], properties: { 'label.en': 'Decision', 'values.en': 'agree=Agree; refuse=Refuse' } },
    { type: 'textarea', id: 'f2', key: 'note', label: '说明', validate: { maxLength: 5 }, properties: { 'label.en': 'Note' } },
    { type: 'evidence', id: 'f3', key: 'proof', label: '凭证', properties: { 'label.en': 'Evidence' } },
  ],
};
const file: EvidenceFile = { id: '0b8f6d4e-9c1a-4d5e-8f00-1a2b3c4d5e6f', name: '裂纹.jpg', type: 'image/jpeg', size: 1000 };

beforeAll(async () => {
  await i18next.use(initReactI18next).init({ lng: 'zh-CN', resources: { 'zh-CN': { translation: zh }, en: { translation: en } }, interpolation: { escapeValue: false }, react: { bindI18nStore: 'added' } });
});
afterEach(async () => {
  cleanup();
  await act(() => i18next.changeLanguage('zh-CN'));
});

async function shown(props: Partial<Parameters<typeof FormView>[0]> = {}) {
  const ref = createRef<FormHandle>();
  const onChange = vi.fn<(data: Record<string, unknown>) => void>();
  const upload = vi.fn<(files: File[]) => Promise<EvidenceFile[]>>().mockResolvedValue([file]);
  const view = render(<FormView ref={ref} schema={schema} data={{}} readOnly={false} evidence={{ upload, find: () => file }} onChange={onChange} {...props} />);
  await waitFor(() => expect(view.container.querySelector('.fjs-form-field')).not.toBeNull());
  return { ...view, ref, onChange, upload };
}

describe('a form’s language', () => {
  it('takes English labels and words of values from the field’s properties', () => {
    const [decision] = schemaIn(schema, 'en').components;
    expect(decision).toMatchObject({ label: 'Decision', values: [{ label: 'Agree', value: 'agree' }, { label: 'Refuse', value: 'refuse' }] });
    expect(schemaIn(schema, 'zh-CN')).toBe(schema);
  });

  it('keeps the Chinese where the English is missing, and goes into groups', () => {
    const group: Schema = { components: [{ type: 'group', components: [{ type: 'textfield', label: '姓名' }, { type: 'textfield', label: '电话', properties: { 'label.en': 'Phone' } }] }] };
    expect(schemaIn(group, 'en').components[0]?.components?.map((field) => field.label)).toEqual(['姓名', 'Phone']);
  });

  it('reads a table of words, spaces and broken pairs included', () => {
    expect(wordsOf(' agree = Agree ;refuse=Refuse;;broken')).toEqual({ agree: 'Agree', refuse: 'Refuse' });
    expect(wordsOf(undefined)).toEqual({});
  });

  it('shows form-js’s own sentences in Chinese', async () => {
    const { ref } = await shown();
    act(() => expect(ref.current?.answers()).toBeNull());
    await screen.findByText('此项必填。');
  });

  it('turns English when the person does', async () => {
    await shown();
    await act(() => i18next.changeLanguage('en'));
    await screen.findByText('Decision');
  });
});

describe('answers', () => {
  it('leave out what was not answered', () => {
    expect(answersIn({ a: '', b: null, c: [], d: false, e: 0, f: 'x' })).toEqual({ d: false, e: 0, f: 'x' });
  });

  it('are given when the form is whole', async () => {
    const { ref, getByLabelText } = await shown({ data: { decision: 'agree' } });
    fireEvent.input(getByLabelText('说明'), { target: { value: '好' } });
    await waitFor(() => expect(ref.current?.answers()).toEqual({ decision: 'agree', note: '好' }));
  });

  it('refused by the server are shown at their fields', async () => {
    const { ref } = await shown({ data: { decision: 'agree' } });
    act(() => expect(ref.current?.refuse([{ field: 'note', rule: 'pattern', remedy: '不能写手机号，请删去。' }])).toBe(true));
    await screen.findByText('不能写手机号，请删去。');
    act(() => expect(ref.current?.refuse([{ field: 'unknown', rule: 'x' }])).toBe(false));
  });
});

describe('a form that goes', () => {
  it('is left by the cursor first, while its parts are still there to hear of it', async () => {
    const { container, rerender, onChange } = await shown();
    const radio = container.querySelector<HTMLInputElement>('input[type=radio]')!;
    act(() => radio.focus());
    const left = vi.fn<(there: boolean) => void>();
    radio.addEventListener('blur', () => left(radio.isConnected));
    rerender(<FormView ref={null} schema={{ ...schema, id: 'approveRefund' }} data={{}} readOnly={false} evidence={{ upload: vi.fn<() => Promise<EvidenceFile[]>>(), find: () => file }} onChange={onChange} />);
    await waitFor(() => expect(radio.isConnected).toBe(false));
    expect(left).toHaveBeenCalledExactlyOnceWith(true);
  });
});

describe('the evidence field', () => {
  it('uploads what is chosen and answers with the ids', async () => {
    const { container, onChange, upload } = await shown();
    const picker = container.querySelector<HTMLInputElement>('input[type=file]');
    if (!picker) throw new Error('no file chooser');
    fireEvent.change(picker, { target: { files: [new File(['x'], '裂纹.jpg', { type: 'image/jpeg' })] } });
    await waitFor(() => expect(onChange).toHaveBeenLastCalledWith(expect.objectContaining({ proof: [file.id] })));
    expect(upload).toHaveBeenCalledTimes(1);
    await screen.findByAltText('裂纹.jpg');
  });

  it('lets a file go again', async () => {
    const { onChange } = await shown({ data: { proof: [file.id] } });
    fireEvent.click(await screen.findByLabelText('移除 裂纹.jpg'));
    await waitFor(() => expect(onChange).toHaveBeenLastCalledWith(expect.objectContaining({ proof: [] })));
  });

  it('says why an upload failed', async () => {
    const upload = vi.fn<(files: File[]) => Promise<EvidenceFile[]>>().mockRejectedValue(new Error('文件太大。'));
    const { container } = await shown({ evidence: { upload, find: () => undefined } });
    const picker = container.querySelector<HTMLInputElement>('input[type=file]');
    if (!picker) throw new Error('no file chooser');
    fireEvent.change(picker, { target: { files: [new File(['x'], 'a.jpg')] } });
    await screen.findByText('文件太大。');
  });

  it('only shows before the task is claimed', async () => {
    const { container } = await shown({ readOnly: true, data: { proof: [file.id] } });
    await screen.findByAltText('裂纹.jpg');
    expect(container.querySelector('.evidence-add')).toBeNull();
  });
});

describe('facts of a form', () => {
  const told: Schema = { schemaVersion: 19, type: 'default', id: 'told', components: [{ type: 'textfield', id: 'r', key: 'reason', label: '原因', disabled: true }, { type: 'textarea', id: 'n', key: 'note', label: '说明' }] };

  it('come from the server, never from a draft', () => {
    expect(draftIn(told, { reason: 'old', note: 'mine', smallTeam: true })).toEqual({ note: 'mine' });
    expect(factsIn(told, { reason: '质量问题', note: '', smallTeam: false })).toEqual({ reason: '质量问题', smallTeam: false });
  });

  it('follow the reader’s language while the answer stays', async () => {
    const { container, rerender, onChange } = await shown({ schema: told, data: { reason: '质量问题', note: '' }, prefill: { reason: '质量问题', note: '' } });
    fireEvent.input(container.querySelector('textarea') as HTMLTextAreaElement, { target: { value: '已核对' } });
    await waitFor(() => expect(onChange).toHaveBeenCalled());
    rerender(<FormView ref={null} schema={told} data={{}} prefill={{ reason: 'Quality defect', note: '' }} readOnly={false} evidence={{ upload: vi.fn<() => Promise<EvidenceFile[]>>(), find: () => file }} onChange={onChange} />);
    await waitFor(() => expect(container.querySelector('input')?.value).toBe('Quality defect'));
    expect(container.querySelector('textarea')?.value).toBe('已核对');
  });

  it('stay while the words of another part of the page arrive: nobody loses the field he writes in', async () => {
    const { container } = await shown({ schema: told, data: { note: '' } });
    const field = container.querySelector('textarea') as HTMLTextAreaElement;
    act(() => field.focus());
    act(() => void i18next.addResourceBundle('zh-CN', 'translation', { elsewhere: { words: '别处' } }, true));
    expect(container.querySelector('textarea')).toBe(field);
    expect(document.activeElement).toBe(field);
  });

  it('show the second confirmation in a small team only', async () => {
    const approve = JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../../../forms/returns/approveRefund.form'), 'utf8')) as Schema;
    const big = await shown({ schema: approve, data: { approval: 'approved' }, prefill: { smallTeam: false } });
    expect(big.container.querySelector('input[type=checkbox]')).toBeNull();
    cleanup();
    const small = await shown({ schema: approve, data: { approval: 'approved' }, prefill: { smallTeam: true } });
    await waitFor(() => expect(small.container.querySelector('input[type=checkbox]')).not.toBeNull());
  });
});
