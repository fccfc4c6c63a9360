import { PlusOutlined, SearchOutlined } from '@ant-design/icons';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Keys } from '../ui/Keys.tsx';
import { LiveDot } from './LiveDot.tsx';
import { may } from './may.ts';
import { useOverlay } from './overlays.tsx';
import { PersonMenu } from './PersonMenu.tsx';
import { useMe } from './session.tsx';
import { TopNav } from './TopNav.tsx';

function Search({ search }: { search: RefObject<HTMLInputElement | null> }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const go = () => {
    const q = text.trim();
    if (!q) return;
    void navigate({ to: '/cases', search: { q } });
    search.current?.blur();
  };
  return (
    <form role="search" className="top-search" data-tour="search" onSubmit={(event) => { event.preventDefault(); go(); }}>
      <SearchOutlined />
      <input
        ref={search} type="search" value={text} onChange={(event) => setText(event.target.value)} aria-label={t('shell.search')} placeholder={t('shell.searchHint')}
        onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
      />
      {!text && <Keys of="/" />}
    </form>
  );
}

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
      <Search search={search} />
      {may(me, 'openCase') && <Button type="primary" icon={<PlusOutlined />} onClick={() => open('newCase')}>{t('newCase.open')}</Button>}
      <span className="top-end">
        <LiveDot />
        <PersonMenu />
      </span>
    </header>
  );
}
