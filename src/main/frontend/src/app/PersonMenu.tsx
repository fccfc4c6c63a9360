import { CompassOutlined, DownOutlined, GlobalOutlined, LogoutOutlined, QuestionCircleOutlined, SafetyOutlined, SettingOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, type MenuProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { chooseLanguage, signOut } from '../api/session.ts';
import { switchLanguage, type Language } from '../i18n/index.ts';
import { DropMenu } from '../ui/DropMenu.tsx';
import { may } from './may.ts';
import { useOverlay } from './overlays.tsx';
import { sessionKey, useMe } from './session.tsx';
import { resumeTour, startTour, tourOf, useTour } from './tourState.ts';

/** The person, their language and the way out. */
export function PersonMenu() {
  const { t, i18n } = useTranslation();
  const me = useMe();
  const open = useOverlay();
  const navigate = useNavigate();
  const client = useQueryClient();
  const tour = useTour();
  const other: Language = i18n.language === 'en' ? 'zh-CN' : 'en';
  const speak = async () => {
    await switchLanguage(other);
    await chooseLanguage(other);
    client.setQueryData(sessionKey, { ...me, language: other });
    void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] });
  };
  const leave = async () => {
    await signOut();
    client.setQueryData(sessionKey, null);
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] });
  };
  const items: MenuProps['items'] = [
    { key: 'who', type: 'group', label: me.roles.map((role) => t(`role.${role}`)).join(' · ') },
    { key: 'tour', icon: <CompassOutlined />, label: t('tour.start'), onClick: () => startTour(tourOf(me)) },
    ...(tour && !tour.open ? [{ key: 'resume', icon: <CompassOutlined />, label: t('tour.resume', { at: tour.at + 1 }), onClick: resumeTour }] : []),
    { key: 'keys', icon: <QuestionCircleOutlined />, label: t('shell.keys'), onClick: () => open('keys') },
    { key: 'factor', icon: <SafetyOutlined />, label: t('factor.title'), onClick: () => open('factor') },
    ...(may(me, 'admin') ? [{ key: 'admin', icon: <SettingOutlined />, label: t('nav.admin'), onClick: () => void navigate({ to: '/admin' }) }] : []),
    { key: 'out', icon: <LogoutOutlined />, label: t('shell.signOut'), onClick: () => void leave() },
  ];
  return (
    <>
      <Button type="text" icon={<QuestionCircleOutlined />} aria-label={t('shell.keys')} title={t('shell.keys')} onClick={() => open('keys')} />
      <Button type="text" icon={<GlobalOutlined />} onClick={() => void speak()} lang={other}>{t('shell.otherLanguage')}</Button>
      <DropMenu menu={{ items }} placement="bottomRight">
        <Button type="text" className="person">
          <span className="avatar" aria-hidden="true">{me.name.slice(0, 1)}</span> {me.name} <DownOutlined />
        </Button>
      </DropMenu>
    </>
  );
}
