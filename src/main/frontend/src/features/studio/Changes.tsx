import { DiffOutlined, MinusCircleOutlined, PlusCircleOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { Change } from '../../api/studio.ts';
import { said } from '../../ui/bilingual.ts';

const icons = { ADDED: <PlusCircleOutlined />, REMOVED: <MinusCircleOutlined />, CHANGED: <DiffOutlined /> };

/** Differences in words, one a line. */
export function Changes({ of }: { of: Change[] }) {
  const { t, i18n } = useTranslation();
  if (!of.length) return <p className="quiet">{t('studio.noChanges')}</p>;
  return (
    <ul className="changes">
      {of.map((change, place) => <li key={`${change.element}${place}`} className={`change-${change.how}`}><span title={t(`studio.how.${change.how}`)}>{icons[change.how]}</span> {said(i18n.language, change.zh, change.en)}</li>)}
    </ul>
  );
}
