import { CompassOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Empty } from '../ui/states.tsx';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <main className="page">
      <h1 className="unseen">{t('notFound.title')}</h1>
      <Empty icon={<CompassOutlined />} title={t('notFound.title')}>
        <Link to="/desk">{t('notFound.back')}</Link>
      </Empty>
    </main>
  );
}
