import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { filesOf, putItem, thereIs, type DisputeFolder, type DisputeItem } from '../../api/disputes.ts';
import type { EvidenceFile } from '../../api/types.ts';
import { halfOf, listed, said } from '../../ui/bilingual.ts';
import { FaultNote } from '../../ui/FaultNote.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { useAttach } from '../cases/useAttach.ts';

type Edit = { item: DisputeItem; number: string; files: EvidenceFile[]; done: () => void };

/** Files of the case and words for one item. */
function Editor({ item, number, files, done }: Edit) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [chosen, setChosen] = useState(item.files);
  const [words, setWords] = useState(item.words ?? '');
  const { pick, upload } = useAttach(number);
  const add = useMutation({
    mutationFn: upload,
    onSuccess: (kept) => {
      setChosen((have) => [...new Set([...have, ...kept.map((file) => file.id)])]);
      void client.invalidateQueries({ queryKey: ['case', number, 'evidence-files'] });
    },
  });
  const save = useMutation({
    mutationFn: () => putItem(number, item.code, { files: chosen, words: words.trim() }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['case', number, 'dispute'] });
      done();
    },
  });
  return (
    <div className="dialog-form">
      <label htmlFor={`files-${item.code}`}>{t('dispute.files')}</label>
      <Select id={`files-${item.code}`} mode="multiple" value={chosen} options={files.map((file) => ({ value: file.id, label: file.name }))} onChange={setChosen} placeholder={t('dispute.filesHint')} />
      <label htmlFor={`words-${item.code}`}>{t('dispute.itemWords')}</label>
      <Input.TextArea id={`words-${item.code}`} maxLength={1000} autoSize={{ minRows: 1, maxRows: 6 }} value={words} onChange={(event) => setWords(event.target.value)} />
      <FaultNote cause={add.error ?? save.error} />
      <p><Button size="small" type="primary" loading={save.isPending} disabled={add.isPending} onClick={() => save.mutate()}>{t('dispute.keep')}</Button> <Button size="small" loading={add.isPending} onClick={() => pick((files) => add.mutate(files))}>{t('dispute.upload')}</Button> <Button size="small" onClick={done}>{t('act.cancel')}</Button></p>
    </div>
  );
}

/** What whoever decides wants to see; red until what must be there is there. */
export function Checklist({ folder, number, editable }: { folder: DisputeFolder; number: string; editable: boolean }) {
  const { t, i18n } = useTranslation();
  const [open, setOpen] = useState<string | null>(null);
  const files = useQuery({ queryKey: ['case', number, 'evidence-files'], queryFn: () => filesOf(number), enabled: open !== null || folder.items.some((item) => item.files.length > 0) }).data ?? [];
  const name = (id: string) => files.find((file) => file.id === id)?.name ?? t('dispute.file');
  return (
    <>
      <h4>{t('dispute.checklist')} <Tag tone={folder.complete ? 'green' : 'red'}>{t(folder.complete ? 'dispute.complete' : 'dispute.incomplete')}</Tag></h4>
      <ul className="items" aria-label={t('dispute.checklist')}>
        {folder.items.map((item) => (
          <li key={item.code}>
            <span className="item-title"><Tag tone={thereIs(item) ? 'green' : item.must ? 'red' : 'plain'}>{t(thereIs(item) ? 'dispute.there' : item.must ? 'dispute.missing' : 'dispute.optional')}</Tag> {said(i18n.language, item.titleZh, item.titleEn)}
              {editable && item.code !== 'STATEMENT' && open !== item.code && <Button size="small" type="text" onClick={() => setOpen(item.code)}>{t('dispute.add')}</Button>}</span>
            <span className="item-meta">{halfOf(item.why, i18n.language)} {item.field && <code>{item.field}</code>}</span>
            {item.shown && <details><summary>{t('dispute.fromRecords')}</summary><p className="claim-words">{item.shown}</p></details>}
            {item.words && <p>{item.words}</p>}
            {item.files.length > 0 && <p><small>{listed(i18n.language, item.files.map(name))}</small></p>}
            {open === item.code && <Editor item={item} number={number} files={files} done={() => setOpen(null)} />}
          </li>
        ))}
      </ul>
    </>
  );
}
