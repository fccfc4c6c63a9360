import { PlusOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { LiveDot } from './LiveDot.tsx';
import { may } from './may.ts';
import { useOverlay } from './overlays.tsx';
import { PersonMenu } from './PersonMenu.tsx';
import { SearchBox } from './SearchBox.tsx';
import { useMe } from './session.tsx';
import { TopNav } from './TopNav.tsx';

export function TopBar({ search }: { search: RefObject<HTMLInputElement | null> }) {
  const { t } = useTranslation();
  const me = useMe();
  const open = useOverlay();
  return (
    <header className="top">
      <Link to="/desk" className="brand" aria-label={t('nav.home')}>
        <img src="/favicon.svg" alt="" width={24} height={24} />
        <span>Afterflow</span>
      </Link>
      <TopNav />
      <SearchBox search={search} />
      {may(me, 'openCase') && <Button type="primary" icon={<PlusOutlined />} onClick={() => open('newCase')}>{t('shell.openCase')}</Button>}
      <span className="top-end">
        <LiveDot />
        <PersonMenu />
      </span>
    </header>
  );
}
