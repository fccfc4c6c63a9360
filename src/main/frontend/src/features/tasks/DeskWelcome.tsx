import { ThunderboltOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Keys } from '../../ui/Keys.tsx';
import { Empty } from '../../ui/states.tsx';

const hints = [['J K', 'keys.move'], ['C', 'keys.claim'], ['Ctrl Enter', 'keys.complete'], ['Ctrl K', 'keys.palette'], ['?', 'keys.help']] as const;

export function DeskWelcome({ count, start }: { count: number; start: () => void }) {
  const { t } = useTranslation();
  return (
    <Empty icon={<ThunderboltOutlined />} title={count ? t('task.welcome') : t('task.welcomeIdle')}>
      {count > 0 && <Button type="primary" onClick={start}>{t('task.start')}</Button>}
      <dl className="welcome-keys">
        {hints.map(([keys, words]) => <div key={words}><dt><Keys of={keys} /></dt><dd>{t(words)}</dd></div>)}
      </dl>
    </Empty>
  );
}
