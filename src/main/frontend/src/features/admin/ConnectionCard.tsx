import { ApiOutlined, CheckCircleFilled, CloseCircleFilled } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { removeConnection, saveConnection, testConnection, type Connection, type ConnectionField } from '../../api/admin.ts';
import { useNotice } from '../../app/notices.tsx';
import { FaultNote } from '../../ui/FaultNote.tsx';
import { Moment } from '../../ui/Moment.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { ofLanguage } from './names.ts';

type Values = Record<string, string>;

function Field({ field, id, of, shop, value, change }: { field: ConnectionField; id: string; of: Connection; shop: string; value: string; change: (value: string) => void }) {
  const { t, i18n } = useTranslation();
  const kept = of.secrets.find((secret) => secret.field === field.name);
  return (
    <div className="connection-field">
      <label htmlFor={id}>{ofLanguage(i18n.language, field.labelZh, field.labelEn)}{!field.required && <small> {t('admin.connections.optional')}</small>}</label>
      {field.secret
        ? <Input.Password id={id} autoComplete="new-password" value={value} onChange={(event) => change(event.target.value)} placeholder={kept ? t('admin.connections.keep') : ''} />
        : <Input id={id} value={value} onChange={(event) => change(event.target.value)} placeholder={field.example ?? ''} />}
      {kept && <small className="quiet">{t('admin.connections.kept', { who: kept.setBy })} <Moment at={kept.setAt} shop={shop} /> {kept.hint && <code>…{kept.hint}</code>}</small>}
    </div>
  );
}

function Result({ of, shop }: { of: Connection; shop: string }) {
  const { t, i18n } = useTranslation();
  if (!of.tested) return <p className="quiet" role="status">{t(of.set ? 'admin.connections.untested' : 'admin.connections.unset')}</p>;
  return (
    <p role="status" className={of.tested.ok ? 'test-well' : 'test-badly'}>
      {of.tested.ok ? <CheckCircleFilled aria-hidden /> : <CloseCircleFilled aria-hidden />} {ofLanguage(i18n.language, of.tested.zh, of.tested.en)}
      <small> · {of.testedBy} <Moment at={of.testedAt} shop={shop} /></small>
    </p>
  );
}

/** One partner: settings to read, secrets to write, and a real call that tells whether they are right. */
export function ConnectionCard({ shop, of }: { shop: string; of: Connection }) {
  const { t, i18n } = useTranslation();
  const client = useQueryClient();
  const notice = useNotice();
  const [modal, place] = Modal.useModal();
  const [settings, setSettings] = useState<Values>(of.settings);
  const [secrets, setSecrets] = useState<Values>({});
  const [inUse, setInUse] = useState(of.set ? of.inUse : true);
  const took = (next: Connection) => client.setQueryData<Connection[]>(['admin', 'connections', shop], (all) => all?.map((each) => (each.partner === next.partner ? next : each)));
  const save = useMutation({
    mutationFn: () => saveConnection(shop, of.partner, { settings: Object.fromEntries(Object.entries(settings).filter(([, value]) => value.trim())), secrets, inUse }),
    onSuccess: (next) => {
      took(next);
      setSecrets({});
      void notice.success(t('admin.saved'));
    },
  });
  const test = useMutation({ mutationFn: () => testConnection(shop, of.partner), onSuccess: took });
  const remove = useMutation({ mutationFn: () => removeConnection(shop, of.partner), onSuccess: () => client.resetQueries({ queryKey: ['admin', 'connections', shop] }) });
  const title = ofLanguage(i18n.language, of.titleZh, of.titleEn);
  const sure = () => void modal.confirm({ title: t('admin.connections.remove'), content: t('admin.connections.removeSure', { name: title }), okText: t('admin.yes'), cancelText: t('act.cancel'), onOk: () => remove.mutate() });
  const changed = Object.keys(secrets).some((name) => secrets[name]) || JSON.stringify(settings) !== JSON.stringify(of.settings) || (of.set && inUse !== of.inUse);
  return (
    <section className="card connection" aria-label={title}>
      {place}
      <h3>{title} {of.set ? <Tag tone={of.inUse ? 'green' : 'plain'}>{t(of.inUse ? 'admin.connections.inUse' : 'admin.connections.off')}</Tag> : <Tag>{t('admin.connections.house')}</Tag>}
        <label className="connection-switch">{t('admin.connections.use')} <Switch size="small" checked={inUse} onChange={setInUse} aria-label={`${t('admin.connections.use')} ${title}`} /></label>
      </h3>
      <form onSubmit={(event) => { event.preventDefault(); save.mutate(); }}>
        <div className="connection-fields">
          {of.fields.map((field) => (
            <Field key={field.name} field={field} id={`${of.partner}-${field.name}`} of={of} shop={shop} value={(field.secret ? secrets : settings)[field.name] ?? ''}
              change={(value) => (field.secret ? setSecrets : setSettings)((now) => ({ ...now, [field.name]: value }))} />
          ))}
        </div>
        <Result of={of} shop={shop} />
        {of.troubles.length > 0 && <p role="status" className="test-badly">{t('admin.connections.trouble', { ways: of.troubles.join('、') })}</p>}
        <FaultNote cause={save.error ?? test.error ?? remove.error} />
        <div className="card-acts">
          {of.set && <Button danger type="text" onClick={sure} loading={remove.isPending}>{t('admin.connections.remove')}</Button>}
          <Button icon={<ApiOutlined />} disabled={!of.set || changed} loading={test.isPending} onClick={() => test.mutate()} title={changed ? t('admin.connections.saveFirst') : undefined}>{t('admin.connections.test')}</Button>
          <Button type="primary" htmlType="submit" loading={save.isPending} disabled={!changed && of.set}>{t('admin.save')}</Button>
        </div>
      </form>
    </section>
  );
}
