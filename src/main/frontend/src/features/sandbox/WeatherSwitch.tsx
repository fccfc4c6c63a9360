import { useMutation } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '../../api/http.ts';
import { setFaults, type FaultSetting } from '../../api/sandbox.ts';
import { useNotice } from '../../app/notices.tsx';
import { settings, weatherOf, weathers, type Weather } from './faults.ts';

export function WeatherSwitch({ setting, changed }: { setting: FaultSetting | undefined; changed: () => void }) {
  const { t } = useTranslation();
  const notice = useNotice();
  const [chosen, setChosen] = useState<Weather | null>(null);
  const change = useMutation({
    mutationFn: (weather: Weather) => setFaults(settings[weather]),
    onSuccess: (_, weather) => {
      setChosen(weather);
      void notice.info(t(`weatherText.${weather}`));
      changed();
    },
    onError: (cause) => void notice.error(problemOf(cause).detail ?? t('fault.serverText')),
  });
  return (
    <span className="weather">
      {t('sandbox.provider')}
      <Segmented<Weather> size="small" aria-label={t('sandbox.provider')} disabled={change.isPending} value={weatherOf(setting) ?? chosen ?? 'fair'} onChange={(weather) => change.mutate(weather)} options={weathers.map((value) => ({ value, label: t(`weather.${value}`), title: t(`weatherText.${value}`) }))} />
    </span>
  );
}
