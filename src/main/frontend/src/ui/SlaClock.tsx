import { ClockCircleOutlined, ExclamationCircleFilled, FieldTimeOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { slaOf } from './sla.ts';
import { useNow } from './useNow.ts';

const icons = { calm: <ClockCircleOutlined />, soon: <FieldTimeOutlined />, late: <ExclamationCircleFilled /> };

/** Time left, told by picture, words and colour together. */
export function SlaClock({ dueAt, title }: { dueAt: string | null | undefined; title?: string }) {
  const { t } = useTranslation();
  const sla = slaOf(dueAt, useNow());
  if (!sla) return null;
  return (
    <span className={`sla sla-${sla.tone}`} title={title}>
      {icons[sla.tone]} {t(sla.key, sla.values)}
    </span>
  );
}
