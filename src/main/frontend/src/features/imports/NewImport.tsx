import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Drawer, Input, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listPresets, previewImport, startImport, type Mapping, type Preset, type Wish } from '../../api/imports.ts';
import { may } from '../../app/may.ts';
import { useMe } from '../../app/session.tsx';
import { said } from '../../ui/bilingual.ts';
import { FaultNote } from '../../ui/FaultNote.tsx';
import { columnsOf, placed } from './files.ts';
import { FilesPicker } from './FilesPicker.tsx';
import { kindsToImport, outlineOf, toSend } from './mapping.ts';
import { MappingEditor } from './MappingEditor.tsx';
import { PreviewTable } from './PreviewTable.tsx';

const own = '';

/** One import in the making: shop, files, mapping, a look ahead, and off it goes. */
export default function NewImport({ close, started }: { close: () => void; started: () => void }) {
  const { t, i18n } = useTranslation();
  const me = useMe();
  const id = useId();
  const kinds = kindsToImport.filter((each) => may(me, each === 'settlements' ? 'importReceipts' : 'importRecords'));
  const known = useQuery({ queryKey: ['presets'], queryFn: listPresets, staleTime: Infinity }).data ?? [];
  const presets = known.filter((each) => kinds.includes(each.kind));
  const [shop, setShop] = useState(me.shops[0]?.id ?? '');
  const home = me.shops.find((each) => each.id === shop);
  const [preset, setPreset] = useState(own);
  const [kind, setKind] = useState(kinds[0] ?? 'orders');
  const [name, setName] = useState('');
  const [files, setFiles] = useState<File[]>([]);
  const [columns, setColumns] = useState<Record<string, string[]>>({});
  const outline = (of: string) => outlineOf(of, home?.timeZone ?? 'Asia/Shanghai', home?.currency ?? 'CNY');
  const [mapping, setMapping] = useState<Mapping>(() => outline(kind));
  const [given, setGiven] = useState<Record<string, string>>({});
  const named = { ...placed(mapping, files), ...given };

  const wish = (): Wish => ({ name: name.trim() || t(`importKind.${kind}`, kind), shop, kind, mapping: toSend(mapping), files: named, ...(preset ? { preset } : {}) });
  const look = useMutation({ mutationFn: () => previewImport(wish(), files) });
  const run = useMutation({ mutationFn: () => startImport(wish(), files), onSuccess: started });
  const change = (next: Mapping) => {
    setMapping(next);
    look.reset();
  };
  const choosePreset = (chosen: string) => {
    const found: Preset | undefined = presets.find((each) => each.id === chosen);
    setPreset(chosen);
    setGiven({});
    setKind(found?.kind ?? kind);
    const fitting = me.shops.find((each) => each.currency === found?.mapping.currency);
    if (fitting && found?.mapping.currency !== home?.currency) setShop(fitting.id);
    change(found?.mapping ?? outline(kind));
  };
  const take = async (more: File[]) => {
    const all = [...files.filter((file) => !more.some((each) => each.name === file.name)), ...more];
    setFiles(all);
    look.reset();
    const heads = await Promise.all(more.map(async (file) => [file.name, await columnsOf(file)] as const));
    setColumns((known) => ({ ...known, ...Object.fromEntries(heads) }));
  };
  const about = presets.find((each) => each.id === preset);
  const ready = files.length > 0 && shop !== '';
  const shopNames = me.shops.map((each) => ({ value: each.id, label: each.name }));
  const presetNames = [{ value: own, label: t('imports.own') }, ...presets.map((each) => ({ value: each.id, label: said(i18n.language, each.nameZh, each.nameEn) }))];
  return (
    <Drawer
      open size={960} title={t('imports.start')} onClose={close}
      footer={
        <div className="drawer-foot">
          <Button onClick={close}>{t('act.cancel')}</Button>
          <Button disabled={!ready} loading={look.isPending} onClick={() => look.mutate()}>{t('imports.preview')}</Button>
          <Button type="primary" disabled={!ready} loading={run.isPending} onClick={() => run.mutate()}>{t('imports.run')}</Button>
        </div>
      }
    >
      <div className="dialog-form new-import">
        <div className="quartet">
          <div><label htmlFor={`${id}s`}>{t('imports.shop')}</label><Select id={`${id}s`} showSearch={{ optionFilterProp: 'label' }} value={shop} onChange={setShop} options={shopNames} /></div>
          <div><label htmlFor={`${id}p`}>{t('imports.preset')}</label><Select id={`${id}p`} value={preset} onChange={choosePreset} options={presetNames} /></div>
          <div>
            <label htmlFor={`${id}k`}>{t('imports.kind')}</label>
            <Select id={`${id}k`} value={kind} disabled={preset !== own} onChange={(next) => { setKind(next); change(outline(next)); }} options={kinds.map((value) => ({ value, label: t(`importKind.${value}`) }))} />
          </div>
          <div><label htmlFor={`${id}n`}>{t('imports.name')}</label><Input id={`${id}n`} value={name} maxLength={200} placeholder={t(`importKind.${kind}`, kind)} onChange={(event) => setName(event.target.value)} /></div>
        </div>
        {about && <p className="about">{said(i18n.language, about.aboutZh, about.aboutEn)}</p>}
        <FilesPicker files={files} mapping={mapping} named={named} take={(more) => void take(more)} drop={(file) => { setFiles(files.filter((each) => each !== file)); look.reset(); }} place={(alias, file) => setGiven({ ...given, [alias]: file })} />
        <MappingEditor mapping={mapping} change={change} columns={(alias) => columns[named[alias] ?? ''] ?? []} />
        <FaultNote cause={look.error ?? run.error} />
        {look.data && <PreviewTable preview={look.data} />}
      </div>
    </Drawer>
  );
}
