import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { readProgress } from '../../api/sandbox.ts';

/** While the demo's shops are being filled: how far that has come, above every screen; nothing afterwards. */
export default function DemoProgress() {
  const { t } = useTranslation();
  const stand = useQuery({ queryKey: ['demoProgress'], queryFn: readProgress, refetchInterval: (query) => (query.state.data && ['READY', 'FAILED'].includes(query.state.data.part) ? false : 2500) }).data;
  if (!stand || stand.part === 'READY') return null;
  return (
    <div className="demo-progress" role="status">
      <progress max={100} value={stand.percent} aria-label={t('demoProgress.GOODS')} />
      <span>{t(`demoProgress.${stand.part}`, { cases: stand.cases, of: stand.of })}</span>
    </div>
  );
}
