import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addPerson, changePerson, invite, type Entry, type EntryWish, type Invitation, type Team } from '../../api/admin.ts';
import { useMe } from '../../app/session.tsx';
import { FaultNote } from '../../ui/FaultNote.tsx';
import { Boxes } from './Boxes.tsx';
import { roles, teamTitle } from './names.ts';

const nobody: EntryWish = { login: '', name: '', roles: ['AGENT'], shops: [], teams: [], skills: [], language: 'zh-CN', everyShop: false, dismissed: false };
const skillText = /^[a-z]{1,20}:[a-zA-Z0-9-]{1,40}$/;
const asSkills = (text: string) => text.split(/[\s,，]+/).filter(Boolean);

/** A person's rights; a new one is added without a password and gets a link to set one. */
export function PersonDialog({ person, teams, close, invited }: { person: Entry | null; teams: Team[]; close: () => void; invited: (made: Invitation, name: string) => void }) {
  const { t, i18n } = useTranslation();
  const client = useQueryClient();
  const { shops, id: mine } = useMe();
  const [wish, setWish] = useState<EntryWish>(person ?? nobody);
  const [skills, setSkills] = useState((person?.skills ?? []).join(', '));
  const set = (part: Partial<EntryWish>) => setWish((now) => ({ ...now, ...part }));
  const save = useMutation({
    mutationFn: async () => {
      const { login, name, language, everyShop, dismissed } = wish;
      const whole = { login: login.trim(), name: name.trim(), roles: wish.roles, shops: wish.shops, teams: wish.teams, skills: asSkills(skills), language, everyShop, dismissed };
      return person ? (await changePerson(person.id, whole), null) : invite((await addPerson(whole)).id);
    },
    onSuccess: (made) => {
      void client.invalidateQueries({ queryKey: ['admin'] });
      close();
      if (made) invited(made, wish.name.trim());
    },
  });
  const badSkill = asSkills(skills).find((skill) => !skillText.test(skill));
  const ready = /^[a-z0-9._-]{2,40}$/.test(wish.login.trim()) && wish.name.trim() !== '' && !badSkill;
  return (
    <Modal open title={person ? t('admin.people.change', { name: person.name }) : t('admin.people.add')} width={640} onCancel={close} cancelText={t('act.cancel')}
      okText={person ? t('admin.save') : t('admin.people.addAndInvite')} onOk={() => save.mutate()} okButtonProps={{ disabled: !ready, loading: save.isPending }}>
      <div className="dialog-form">
        <div className="pair">
          <span><label htmlFor="person-login">{t('admin.people.login')}</label><Input id="person-login" value={wish.login} disabled={person !== null} onChange={(event) => set({ login: event.target.value })} placeholder={t('admin.people.loginHint')} /></span>
          <span><label htmlFor="person-name">{t('admin.people.name')}</label><Input id="person-name" value={wish.name} maxLength={80} onChange={(event) => set({ name: event.target.value })} /></span>
        </div>
        <Boxes legend={t('admin.people.roles')} all={roles} chosen={wish.roles as (typeof roles)[number][]} change={(chosen) => set({ roles: chosen })}>{(role) => t(`role.${role}`)}</Boxes>
        <label className="box"><input type="checkbox" checked={wish.everyShop} onChange={(event) => set({ everyShop: event.target.checked })} /> {t('admin.people.everyShopLong')}</label>
        {!wish.everyShop && <Boxes legend={t('admin.people.shops')} all={shops.map((shop) => shop.id)} chosen={wish.shops} change={(chosen) => set({ shops: chosen })}>{(id) => shops.find((shop) => shop.id === id)?.name}</Boxes>}
        <Boxes legend={t('admin.people.teams')} all={teams.map((team) => team.name)} chosen={wish.teams} change={(chosen) => set({ teams: chosen })}>{(name) => teamTitle(teams, name, i18n.language)}</Boxes>
        <label htmlFor="person-skills">{t('admin.people.skills')}</label>
        <Input id="person-skills" value={skills} status={badSkill ? 'error' : undefined} onChange={(event) => setSkills(event.target.value)} placeholder="language:en, platform:shopify" />
        <small className={badSkill ? 'field-fault' : 'quiet'}>{badSkill ? t('admin.people.badSkill', { skill: badSkill }) : t('admin.people.skillsHint')}</small>
        <Boxes legend={t('admin.people.language')} all={['zh-CN', 'en'] as const} chosen={[wish.language as 'zh-CN' | 'en']} change={(chosen) => set({ language: chosen.at(-1) ?? wish.language })}>{(language) => t(`admin.language.${language}`)}</Boxes>
        {person && person.id !== mine && <label className="box"><input type="checkbox" checked={wish.dismissed} onChange={(event) => set({ dismissed: event.target.checked })} /> {t('admin.people.dismiss')}</label>}
        <FaultNote cause={save.error} />
      </div>
    </Modal>
  );
}
