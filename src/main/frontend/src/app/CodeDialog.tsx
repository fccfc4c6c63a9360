import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { giveCode } from '../api/factor.ts';
import { CodeField } from './CodeField.tsx';
import './factor.css';

/** Before something grave: the code once more, then what was asked for goes on. */
export default function CodeDialog({ close }: { close: (given: boolean) => void }) {
  const { t } = useTranslation();
  return (
    <Modal open title={t('factor.again')} footer={null} width={380} onCancel={() => close(false)} zIndex={2000}>
      <p>{t('factor.againText')}</p>
      <CodeField send={giveCode} sent={() => close(true)} go={t('factor.goOn')} />
    </Modal>
  );
}
