import { KeyOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listKeys, makeKey, revokeKey, type ApiKey } from '../../api/admin.ts';
import { useMe } from '../../app/session.tsx';
import { FaultNote } from '../../ui/FaultNote.tsx';
import { Moment } from '../../ui/Moment.tsx';
import { Empty, Failed, Loading } from '../../ui/states.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { Boxes } from './Boxes.tsx';
import { scopes } from './names.ts';
import { OnceShown } from './OnceShown.tsx';

const keysKey = ['admin', 'keys'];

function KeyDialog({ close, made }: { close: () => void; made: (key: string) => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { shops } = useMe();
  const [name, setName] = useState('');
  const [chosenShops, setShops] = useState<string[]>([]);
  const [chosen, setScopes] = useState<(typeof scopes)[number][]>([]);
  const make = useMutation({
    mutationFn: () => makeKey(name.trim(), chosenShops.map((shop) => ({ shop, scopes: chosen.map((scope) => `intake:${scope}`) }))),
    onSuccess: ({ key }) => {
      void client.invalidateQueries({ queryKey: keysKey });
      close();
      made(key);
    },
  });
  return (
    <Modal open title={t('admin.keys.add')} width={560} onCancel={close} cancelText={t('act.cancel')} okText={t('admin.keys.make')} onOk={() => make.mutate()}
      okButtonProps={{ disabled: !name.trim() || !chosenShops.length || !chosen.length, loading: make.isPending }}>
      <div className="dialog-form">
        <label htmlFor="key-name">{t('admin.keys.name')}</label>
        <Input id="key-name" value={name} maxLength={128} onChange={(event) => setName(event.target.value)} placeholder={t('admin.keys.nameHint')} />
        <Boxes legend={t('admin.people.shops')} all={shops.map((shop) => shop.id)} chosen={chosenShops} change={setShops}>{(id) => shops.find((shop) => shop.id === id)?.name}</Boxes>
        <Boxes legend={t('admin.keys.scopes')} all={scopes} chosen={chosen} change={setScopes}>{(scope) => t(`admin.scope.${scope}`)}</Boxes>
        <FaultNote cause={make.error} />
      </div>
    </Modal>
  );
}

function Row({ row }: { row: ApiKey }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { shops } = useMe();
  const [modal, place] = Modal.useModal();
  const revoke = useMutation({ mutationFn: () => revokeKey(row.id), onSettled: () => client.invalidateQueries({ queryKey: keysKey }) });
  const sure = () => void modal.confirm({ title: t('admin.keys.revoke'), content: t('admin.keys.revokeSure', { name: row.name }), okText: t('admin.yes'), cancelText: t('act.cancel'), onOk: () => revoke.mutate() });
  const home = shops[0]?.id;
  return (
    <tr className={row.revokedAt ? 'gone' : ''}>
      <td><b>{row.name}</b> <code>{row.hint}</code></td>
      <td>{row.grants.map((grant) => <div key={grant.shop}>{shops.find((shop) => shop.id === grant.shop)?.name ?? grant.shop}: {grant.scopes.map((scope) => t(`admin.scope.${scope.replace('intake:', '')}`, scope)).join(' · ')}</div>)}</td>
      <td><Moment at={row.createdAt} shop={home} /></td>
      <td>{row.lastUsedAt ? <Moment at={row.lastUsedAt} shop={home} /> : <span className="quiet">{t('admin.keys.never')}</span>}</td>
      <td>{row.revokedAt ? <Tag>{t('admin.keys.revoked')}</Tag> : <Tag tone="green">{t('admin.keys.valid')}</Tag>}</td>
      <td className="right">{place}{!row.revokedAt && <Button size="small" danger onClick={sure} loading={revoke.isPending} aria-label={`${t('admin.keys.revoke')} ${row.name}`}>{t('admin.keys.revoke')}</Button>}</td>
    </tr>
  );
}

/** The keys machines deliver with. */
export default function KeysTab() {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const [made, setMade] = useState<string | null>(null);
  const keys = useQuery({ queryKey: keysKey, queryFn: listKeys });
  if (keys.isPending) return <Loading />;
  if (keys.isError) return <Failed cause={keys.error} again={() => void keys.refetch()} />;
  return (
    <>
      <div className="admin-bar"><Button type="primary" icon={<KeyOutlined />} onClick={() => setAdding(true)}>{t('admin.keys.add')}</Button></div>
      {keys.data.length === 0 ? <Empty title={t('admin.keys.none')}>{t('admin.keys.noneText')}</Empty> : (
        <div className="table-frame">
          <table className="table">
            <thead><tr><th>{t('admin.keys.name')}</th><th>{t('admin.keys.scopes')}</th><th>{t('admin.keys.made')}</th><th>{t('admin.keys.used')}</th><th>{t('admin.people.state')}</th><th><span className="unseen">{t('admin.acts')}</span></th></tr></thead>
            <tbody>{keys.data.map((row) => <Row key={row.id} row={row} />)}</tbody>
          </table>
        </div>
      )}
      {adding && <KeyDialog close={() => setAdding(false)} made={setMade} />}
      {made && <OnceShown title={t('admin.keys.shown')} text={t('admin.keys.shownText')} value={made} close={() => setMade(null)} />}
    </>
  );
}
