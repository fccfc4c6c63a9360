import { PlusOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listTeams, peopleBook, saveTeam, type Entry, type Team } from '../../api/admin.ts';
import { FaultNote } from '../../ui/FaultNote.tsx';
import { Failed, Loading } from '../../ui/states.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { Boxes } from './Boxes.tsx';
import { bookKey, ofLanguage } from './names.ts';

const unnamed: Team = { name: '', titleZh: '', titleEn: '', lead: null, members: [] };

function TeamDialog({ team, people, close }: { team: Team; people: Entry[]; close: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [wish, setWish] = useState(team);
  const set = (part: Partial<Team>) => setWish((now) => ({ ...now, ...part }));
  const save = useMutation({
    mutationFn: () => saveTeam({ ...wish, name: wish.name.trim() }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['admin'] });
      close();
    },
  });
  const known = team.name !== '';
  const ready = /^[a-z][a-z-]{1,40}$/.test(wish.name.trim()) && wish.titleZh.trim() && wish.titleEn.trim();
  return (
    <Modal open title={known ? t('admin.teams.change', { name: team.name }) : t('admin.teams.add')} width={560} onCancel={close} cancelText={t('act.cancel')} okText={t('admin.save')}
      onOk={() => save.mutate()} okButtonProps={{ disabled: !ready, loading: save.isPending }}>
      <div className="dialog-form">
        <label htmlFor="team-name">{t('admin.teams.name')}</label>
        <Input id="team-name" value={wish.name} disabled={known} onChange={(event) => set({ name: event.target.value })} placeholder="night-desk" />
        <div className="pair">
          <span><label htmlFor="team-zh">{t('admin.teams.zh')}</label><Input id="team-zh" value={wish.titleZh} maxLength={40} onChange={(event) => set({ titleZh: event.target.value })} /></span>
          <span><label htmlFor="team-en">{t('admin.teams.en')}</label><Input id="team-en" value={wish.titleEn} maxLength={40} onChange={(event) => set({ titleEn: event.target.value })} /></span>
        </div>
        <label htmlFor="team-lead">{t('admin.teams.lead')}</label>
        <select id="team-lead" className="plain-select" value={wish.lead ?? ''} onChange={(event) => set({ lead: event.target.value ? Number(event.target.value) : null })}>
          <option value="">{t('admin.teams.noLead')}</option>
          {people.map((person) => <option key={person.id} value={person.id}>{person.name}</option>)}
        </select>
        <Boxes legend={t('admin.teams.members')} all={people.map((person) => String(person.id))} chosen={wish.members.map(String)} change={(chosen) => set({ members: chosen.map(Number) })}>
          {(id) => people.find((person) => String(person.id) === id)?.name}
        </Boxes>
        <FaultNote cause={save.error} />
      </div>
    </Modal>
  );
}

/** The teams that the models' tasks go to. */
export default function TeamsTab() {
  const { t, i18n } = useTranslation();
  const [edited, setEdited] = useState<Team | null>(null);
  const teams = useQuery({ queryKey: ['admin', 'teams'], queryFn: listTeams });
  const book = useQuery({ queryKey: bookKey, queryFn: peopleBook });
  if (teams.isPending || book.isPending) return <Loading />;
  if (teams.isError || book.isError) return <Failed cause={teams.error ?? book.error} again={() => { void teams.refetch(); void book.refetch(); }} />;
  const name = (id: number) => book.data.find((person) => person.id === id)?.name ?? `#${id}`;
  const skills = (team: Team) => [...new Set(team.members.flatMap((id) => book.data.find((person) => person.id === id)?.skills ?? []))].sort();
  return (
    <>
      <div className="admin-bar"><Button type="primary" icon={<PlusOutlined />} onClick={() => setEdited(unnamed)}>{t('admin.teams.add')}</Button></div>
      <div className="table-frame">
        <table className="table">
          <thead><tr><th>{t('admin.teams.title')}</th><th>{t('admin.teams.lead')}</th><th>{t('admin.teams.members')}</th><th>{t('admin.people.skills')}</th><th><span className="unseen">{t('admin.acts')}</span></th></tr></thead>
          <tbody>{teams.data.map((team) => (
            <tr key={team.name}>
              <td><b>{ofLanguage(i18n.language, team.titleZh, team.titleEn)}</b> <code>{team.name}</code></td>
              <td>{team.lead === null ? <span className="quiet">–</span> : name(team.lead)}</td>
              <td>{team.members.length ? team.members.map(name).join(' · ') : <span className="quiet">{t('admin.teams.nobody')}</span>}</td>
              <td><span className="tags">{skills(team).map((skill) => <Tag key={skill}>{skill}</Tag>)}</span></td>
              <td className="right"><Button size="small" onClick={() => setEdited(team)} aria-label={`${t('admin.edit')} ${team.name}`}>{t('admin.edit')}</Button></td>
            </tr>
          ))}</tbody>
        </table>
      </div>
      {edited && <TeamDialog team={edited} people={book.data.filter((person) => !person.dismissed)} close={() => setEdited(null)} />}
    </>
  );
}
