import { PauseCircleOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { freezeSign, signKey } from '../api/backups.ts';
import { may } from './may.ts';
import { useMe } from './session.tsx';

const EVERY_MINUTE = 60_000;

/** Everybody is told while nothing leaves the house: work goes on, money and messages wait. */
export function FreezeBanner() {
  const { t } = useTranslation();
  const me = useMe();
  const sign = useQuery({ queryKey: signKey, queryFn: freezeSign, refetchInterval: EVERY_MINUTE, enabled: me.roles.length > 0 });
  if (!sign.data?.frozen) return null;
  return (
    <div className="freeze-banner" role="status">
      <PauseCircleOutlined /> <span>{t('freeze.banner')}</span> {may(me, 'backups') && <Link to="/backups">{t('freeze.look')}</Link>}
    </div>
  );
}
