import { UserAddOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listTeams, peopleBook, type Entry, type Invitation } from '../../api/admin.ts';
import { useMe } from '../../app/session.tsx';
import { Empty, Failed, Loading } from '../../ui/states.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { bookKey, teamTitle } from './names.ts';
import { OnceShown } from './OnceShown.tsx';
import { PersonActs } from './PersonActs.tsx';
import { PersonDialog } from './PersonDialog.tsx';

function States({ person }: { person: Entry }) {
  const { t } = useTranslation();
  return (
    <span className="tags">
      {person.dismissed ? <Tag>{t('admin.people.dismissed')}</Tag> : <Tag tone="green">{t('admin.people.active')}</Tag>}
      {person.slowed && <Tag tone="red">{t('admin.people.slowed')}</Tag>}
      {person.secondFactor && <Tag tone="blue">{t('admin.people.factor')}</Tag>}
    </span>
  );
}

/** Who works here. */
export default function PeopleTab() {
  const { t, i18n } = useTranslation();
  const { shops } = useMe();
  const [wanted, setWanted] = useState('');
  const [edited, setEdited] = useState<Entry | 'new' | null>(null);
  const [link, setLink] = useState<(Invitation & { name: string }) | null>(null);
  const book = useQuery({ queryKey: bookKey, queryFn: peopleBook });
  const teams = useQuery({ queryKey: ['admin', 'teams'], queryFn: listTeams });
  if (book.isPending) return <Loading />;
  if (book.isError) return <Failed cause={book.error} again={() => void book.refetch()} />;
  const shopName = (id: string) => shops.find((shop) => shop.id === id)?.name ?? id;
  const rows = book.data.filter((person) => `${person.name} ${person.login}`.toLowerCase().includes(wanted.trim().toLowerCase()));
  return (
    <>
      <div className="admin-bar">
        <Input className="admin-find" allowClear value={wanted} onChange={(event) => setWanted(event.target.value)} placeholder={t('admin.people.find')} aria-label={t('admin.people.find')} />
        <Button type="primary" icon={<UserAddOutlined />} onClick={() => setEdited('new')}>{t('admin.people.add')}</Button>
      </div>
      {rows.length === 0 ? <Empty title={t('admin.none')} /> : (
        <div className="table-frame">
          <table className="table">
            <thead><tr><th>{t('admin.people.name')}</th><th>{t('admin.people.roles')}</th><th>{t('admin.people.shops')}</th><th>{t('admin.people.teams')}</th><th>{t('admin.people.state')}</th><th><span className="unseen">{t('admin.acts')}</span></th></tr></thead>
            <tbody>{rows.map((person) => (
              <tr key={person.id} className={person.dismissed ? 'gone' : ''}>
                <td><b>{person.name}</b> <code>{person.login}</code></td>
                <td>{person.roles.map((role) => t(`role.${role}`)).join(' · ')}</td>
                <td>{person.everyShop ? t('admin.people.everyShop') : person.shops.map(shopName).join(' · ')}</td>
                <td>{person.teams.map((team) => teamTitle(teams.data, team, i18n.language)).join(' · ')}</td>
                <td><States person={person} /></td>
                <td className="right">{person.mine && <PersonActs person={person} edit={() => setEdited(person)} invited={(made) => setLink({ ...made, name: person.name })} />}</td>
              </tr>
            ))}</tbody>
          </table>
        </div>
      )}
      {edited && <PersonDialog person={edited === 'new' ? null : edited} teams={teams.data ?? []} close={() => setEdited(null)} invited={(made, name) => setLink({ ...made, name })} />}
      {link && <OnceShown title={t('admin.people.linkTitle', { name: link.name })} text={t('admin.people.linkText')} value={`${window.location.origin}/invitation#${link.token}`} close={() => setLink(null)} />}
    </>
  );
}
