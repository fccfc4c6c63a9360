import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { tourNames, type TourName } from '../../app/tourState.ts';

/** At the demo's door: who would you like to be for five minutes? */
export function TourDoors({ enter, busy }: { enter: (tour: TourName, login: string) => void; busy: boolean }) {
  const { t } = useTranslation();
  const people: Record<TourName, string> = { agent: 'lin', owner: 'owner', manager: 'manager', admin: 'admin', warehouse: 'he', finance: 'xu' };
  return (
    <div className="login-tours" role="group" aria-label={t('tour.doors')}>
      <b>{t('tour.doors')}</b>
      <span>{tourNames.map((name) => <Button key={name} size="small" disabled={busy} onClick={() => enter(name, people[name])}>{t(`tour.name.${name}`)}</Button>)}</span>
    </div>
  );
}
