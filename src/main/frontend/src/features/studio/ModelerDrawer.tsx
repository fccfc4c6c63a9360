import { DeleteOutlined, DownloadOutlined, KeyOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { dropMyKey, listMyKeys, makeMyKey, templatesUrl } from '../../api/studio.ts';
import { may } from '../../app/may.ts';
import { useMe } from '../../app/session.tsx';
import { FaultNote } from '../../ui/FaultNote.tsx';
import { Moment } from '../../ui/Moment.tsx';
import { Failed, Loading } from '../../ui/states.tsx';

const address = () => `${location.origin}/api/modeler/engine-rest`;

function Keys() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const keys = useQuery({ queryKey: ['my-keys'], queryFn: listMyKeys });
  const again = () => void client.invalidateQueries({ queryKey: ['my-keys'] });
  const make = useMutation({ mutationFn: () => makeMyKey('Camunda Modeler'), onSuccess: again });
  const drop = useMutation({ mutationFn: dropMyKey, onSuccess: again });
  if (keys.isPending) return <Loading />;
  if (keys.isError) return <Failed cause={keys.error} again={() => void keys.refetch()} />;
  return (
    <>
      <Button icon={<KeyOutlined />} loading={make.isPending} onClick={() => make.mutate()}>{t('studio.makeKey')}</Button>
      {make.data && <Alert type="success" role="status" title={t('studio.keyOnce')} description={<code className="key-text">{make.data.key}</code>} />}
      <FaultNote cause={make.error ?? drop.error} />
      <ul className="plain my-keys">
        {keys.data.map((key) => (
          <li key={key.id}><code>{key.hint}</code> <small><Moment at={key.createdAt} shop={undefined} /> · {key.lastUsedAt ? <>{t('studio.keyUsed')} <Moment at={key.lastUsedAt} shop={undefined} /></> : t('studio.keyUnused')}</small> <Button size="small" type="text" icon={<DeleteOutlined />} aria-label={t('studio.dropKey', { hint: key.hint })} onClick={() => drop.mutate(key.id)} /></li>
        ))}
      </ul>
    </>
  );
}

/** How Camunda Modeler publishes to this house. */
export default function ModelerDrawer({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <Drawer open onClose={close} size={520} title={t('studio.modeler')}>
      <ol className="modeler-steps">
        <li><p>{t('studio.modelerAddress')}</p><code>{address()}</code></li>
        <li><p>{t('studio.modelerLogin', { login: me.login })}</p>{may(me, 'publish') && <Keys />}</li>
        <li><p>{t('studio.modelerDeploy')}</p></li>
        <li><p>{t('studio.modelerTemplates')}</p><Button icon={<DownloadOutlined />} href={templatesUrl} download="afterflow.json">{t('studio.templates')}</Button></li>
      </ol>
    </Drawer>
  );
}
