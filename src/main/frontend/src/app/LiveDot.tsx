import { useTranslation } from 'react-i18next';
import { useLiveState } from './live.ts';

export function LiveDot() {
  const { t } = useTranslation();
  const state = useLiveState();
  return (
    <span className={`live live-${state}`} role="status" title={t(`live.${state}Text`)}>
      <i aria-hidden="true" /> {t(`live.${state}`)}
    </span>
  );
}
