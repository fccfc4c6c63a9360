import { CheckOutlined, CopyOutlined } from '@ant-design/icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

export function Copy({ text }: { text: string }) {
  const { t } = useTranslation();
  const [done, setDone] = useState(false);
  const copy = async () => {
    await navigator.clipboard?.writeText(text);
    setDone(true);
    setTimeout(() => setDone(false), 1500);
  };
  return (
    <span className="copy">
      <span className="number">{text}</span>
      <button type="button" onClick={() => void copy()} aria-label={t('case.copy', { text })} title={t('case.copy', { text })}>
        {done ? <CheckOutlined /> : <CopyOutlined />}
      </button>
    </span>
  );
}
