import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { deleteView, listViews, renameView, saveView, type Words } from '../../api/desk.ts';
import { useNotice } from '../../app/notices.tsx';
import { useMe } from '../../app/session.tsx';
import { FaultNote } from '../../ui/FaultNote.tsx';
import FilterFields from './FilterFields.tsx';
import { sameWords } from './filterWords.ts';
import { viewsKey } from './taskCache.ts';
import './filter.css';

type Props = { screen: 'desk' | 'cases'; all: Words; words: Words; change: (changes: Record<string, string | undefined>) => void; clear: () => void; close: () => void };
const leads = ['LEAD', 'SUPERVISOR', 'MANAGER'];

function Keep({ screen, all }: { screen: 'desk' | 'cases'; all: Words }) {
  const { t } = useTranslation();
  const me = useMe();
  const client = useQueryClient();
  const notice = useNotice();
  const [name, setName] = useState('');
  const [team, setTeam] = useState<string | null>(null);
  const known = useQuery({ queryKey: viewsKey, queryFn: listViews }).data?.find((view) => view.screen === screen && sameWords(view.search, all));
  const done = (words: string) => () => {
    void notice.success(t(words));
    setName('');
    void client.invalidateQueries({ queryKey: viewsKey });
  };
  const save = useMutation({ mutationFn: () => saveView({ screen, name: name.trim(), search: all, team }), onSuccess: done('view.saved') });
  const rename = useMutation({ mutationFn: (id: number) => renameView(id, name.trim()), onSuccess: done('view.renamed') });
  const remove = useMutation({ mutationFn: deleteView, onSuccess: done('view.deleted') });
  const mayShare = me.roles.some((role) => leads.includes(role)) && me.teams.length > 0;
  return (
    <div className="view-keep">
      <label htmlFor="view-name">{known ? t('view.known', { name: known.name }) : t('view.keep')}</label>
      <div className="view-line">
        <Input id="view-name" maxLength={40} value={name} placeholder={known?.name ?? t('view.nameHint')} onChange={(event) => setName(event.target.value)} onPressEnter={() => name.trim() && (known?.mayChange ? rename.mutate(known.id) : !known && save.mutate())} />
        {!known && mayShare && <Select aria-label={t('view.share')} allowClear value={team} placeholder={t('view.onlyMe')} options={me.teams.map((value) => ({ value, label: t(`team.${value}`, value) }))} onChange={(value: string | undefined) => setTeam(value ?? null)} />}
        {known?.mayChange && <Button disabled={!name.trim()} loading={rename.isPending} onClick={() => rename.mutate(known.id)}>{t('view.rename')}</Button>}
        {known?.mayChange && <Button danger loading={remove.isPending} onClick={() => remove.mutate(known.id)}>{t('view.delete')}</Button>}
        {!known && <Button type="primary" disabled={!name.trim()} loading={save.isPending} onClick={() => save.mutate()}>{t('view.save')}</Button>}
      </div>
      <FaultNote cause={save.error ?? rename.error ?? remove.error} />
    </div>
  );
}

/** Narrows the list and keeps the narrowing under a name. */
export default function FilterDialog({ screen, all, words, change, clear, close }: Props) {
  const { t } = useTranslation();
  const footer = <div className="drawer-foot"><Button onClick={clear}>{t('filter.clear')}</Button><Button type="primary" onClick={close}>{t('filter.done')}</Button></div>;
  return (
    <Modal open title={t('filter.title')} onCancel={close} footer={footer} width={560}>
      <FilterFields screen={screen} words={words} change={change} />
      <Keep screen={screen} all={all} />
    </Modal>
  );
}
