import { CheckCircleFilled, CloseCircleFilled, ScanOutlined } from '@ant-design/icons';
import { createContext, useContext, useEffect, useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormHandle } from '../../forms/FormView.tsx';
import type { Scanned } from '../../forms/scan.ts';
import { useScanner } from '../../forms/scanner.ts';
import './scan.css';

export type ScanTarget = (code: string) => Scanned;
/** A screen with a scan field of its own is told here which form is open; null when there is no such screen. */
export const ScanScreen = createContext<((target: ScanTarget | null) => void) | null>(null);

/** What the last scan did, seen from three steps away: green counted, red wrong. */
export function ScanResult({ scanned, code }: { scanned: Scanned; code: string }) {
  const { t } = useTranslation();
  const fine = scanned.kind === 'counted' || scanned.kind === 'filled';
  return (
    <p className={`scan-result ${fine ? 'scan-fine' : 'scan-wrong'}`} role={fine ? 'status' : 'alert'}>
      {fine ? <CheckCircleFilled /> : <CloseCircleFilled />}
      <b>{t(`scan.${scanned.kind}`, { ...scanned, code })}</b>
      {scanned.kind === 'counted' && scanned.expected !== null && <span>{scanned.count} / {scanned.expected}</span>}
      {scanned.kind === 'counted' && scanned.full && <span>{t('scan.full')}</span>}
    </p>
  );
}

function OwnBar({ target }: { target: ScanTarget }) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const [last, setLast] = useState<{ code: string; scanned: Scanned; at: number } | null>(null);
  const take = (code: string) => {
    setLast({ code, scanned: target(code), at: Date.now() });
    if (field.current) field.current.value = '';
  };
  useScanner(take);
  return (
    <div className="scan-bar">
      <form onSubmit={(event) => { event.preventDefault(); const code = field.current?.value.trim(); if (code) take(code); }}>
        <ScanOutlined />
        <input ref={field} data-scan="" autoFocus aria-label={t('scan.field')} placeholder={t('scan.hint')} autoComplete="off" spellCheck={false} />
      </form>
      {last && <ScanResult key={last.at} scanned={last.scanned} code={last.code} />}
    </div>
  );
}

/** The scanner's way into the open form: by the screen's field, or by one of its own at the desk. */
export function ScanBar({ form }: { form: RefObject<FormHandle | null> }) {
  const offer = useContext(ScanScreen);
  const target: ScanTarget = (code) => form.current?.scan(code) ?? { kind: 'none' };
  const latest = useRef(target);
  useEffect(() => {
    latest.current = target;
  });
  useEffect(() => {
    offer?.((code) => latest.current(code));
    return () => offer?.(null);
  }, [offer]);
  return offer ? null : <OwnBar target={target} />;
}
