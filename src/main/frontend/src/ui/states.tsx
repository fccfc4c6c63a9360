import { CloudOutlined, InboxOutlined, ReloadOutlined } from '@ant-design/icons';
import { Button, Spin } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '../api/http.ts';

export function Loading({ what }: { what?: string }) {
  const { t } = useTranslation();
  return (
    <div className="state" role="status">
      <Spin />
      <p>{what ?? t('state.loading')}</p>
    </div>
  );
}

export function Empty({ title, children, icon }: { title: string; children?: ReactNode; icon?: ReactNode }) {
  return (
    <div className="state">
      <span className="state-icon">{icon ?? <InboxOutlined />}</span>
      <p className="state-title">{title}</p>
      {children && <div className="state-text">{children}</div>}
    </div>
  );
}

/** What went wrong, which rule says so, and what to do now. */
export function Failed({ cause, again }: { cause: unknown; again?: () => void }) {
  const { t } = useTranslation();
  const problem = problemOf(cause);
  return (
    <div className="state state-failed" role="alert">
      <span className="state-icon"><CloudOutlined /></span>
      <p className="state-title">{t(problem.status === 0 ? 'fault.network' : 'fault.server')}</p>
      <div className="state-text">
        {problem.detail ?? t(problem.status === 0 ? 'fault.networkText' : 'fault.serverText')}
      </div>
      {again && (
        <Button icon={<ReloadOutlined />} onClick={again}>
          {t('fault.again')}
        </Button>
      )}
    </div>
  );
}
