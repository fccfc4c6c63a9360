import { CopyOutlined } from '@ant-design/icons';
import { Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNotice } from '../../app/notices.tsx';

/** Something that is told this once: a key or a link, with a button that takes it along. */
export function OnceShown({ title, text, value, close }: { title: string; text: string; value: string; close: () => void }) {
  const { t } = useTranslation();
  const notice = useNotice();
  const copy = () => void navigator.clipboard.writeText(value).then(() => notice.success(t('admin.copied')));
  return (
    <Modal open title={title} onCancel={close} footer={<Button type="primary" onClick={close}>{t('admin.noted')}</Button>} width={620} mask={{ closable: false }}>
      <p>{text}</p>
      <div className="once-shown">
        <code data-once>{value}</code>
        <Button icon={<CopyOutlined />} onClick={copy}>{t('admin.copy')}</Button>
      </div>
    </Modal>
  );
}
