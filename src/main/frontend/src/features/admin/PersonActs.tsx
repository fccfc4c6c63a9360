import { MoreOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Dropdown, Modal, type MenuProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { help, invite, resetPassword, type Entry, type Help, type Invitation } from '../../api/admin.ts';
import { problemOf } from '../../api/http.ts';
import { useNotice } from '../../app/notices.tsx';
import { bookKey } from './names.ts';

/** What can be done for one person; what ends their sessions is asked once more. */
export function PersonActs({ person, edit, invited }: { person: Entry; edit: () => void; invited: (made: Invitation) => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const notice = useNotice();
  const [modal, place] = Modal.useModal();
  const again = () => client.invalidateQueries({ queryKey: bookKey });
  const failed = (cause: Error) => void notice.error(problemOf(cause).detail ?? t('fault.serverText'));
  const link = useMutation({ mutationFn: (reset: boolean) => (reset ? resetPassword(person.id) : invite(person.id)), onSuccess: invited, onError: failed, onSettled: again });
  const helping = useMutation({ mutationFn: (what: Help) => help(person.id, what), onSuccess: () => void notice.success(t('admin.done')), onError: failed, onSettled: again });
  const sure = (what: string, act: () => void) => void modal.confirm({ title: t(`admin.people.${what}`), content: t(`admin.people.${what}Sure`, { name: person.name }), okText: t('admin.yes'), cancelText: t('act.cancel'), onOk: act });
  const items: MenuProps['items'] = [
    { key: 'invite', label: t('admin.people.invite'), disabled: person.dismissed, onClick: () => link.mutate(false) },
    { key: 'reset', label: t('admin.people.reset'), disabled: person.dismissed, onClick: () => sure('reset', () => link.mutate(true)) },
    { key: 'sessions', label: t('admin.people.sessions'), onClick: () => sure('sessions', () => helping.mutate('sessions')) },
    ...(person.slowed ? [{ key: 'lock', label: t('admin.people.unlock'), onClick: () => helping.mutate('lock') }] : []),
    ...(person.secondFactor ? [{ key: 'factor', label: t('admin.people.noFactor'), onClick: () => sure('noFactor', () => helping.mutate('factor')) }] : []),
  ];
  return (
    <span className="row-acts">
      {place}
      <Button size="small" onClick={edit} aria-label={`${t('admin.edit')} ${person.name}`}>{t('admin.edit')}</Button>
      <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
        <Button size="small" icon={<MoreOutlined />} aria-label={`${t('admin.more')} ${person.name}`} loading={link.isPending || helping.isPending} />
      </Dropdown>
    </span>
  );
}
