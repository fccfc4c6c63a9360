import { ScanOutlined } from '@ant-design/icons';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useScanner } from '../../forms/scanner.ts';

const id = 'scan';
export const toScanField = () => document.getElementById(id)?.focus();

/** The field under the scanner: it takes the cursor back whenever nothing else needs it. */
export function ScanField({ take }: { take: (code: string) => void }) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const hand = (code: string | undefined) => {
    if (field.current) field.current.value = '';
    if (code) take(code.toUpperCase());
  };
  useScanner(hand);
  const back = () => setTimeout(() => { if (document.activeElement === document.body) field.current?.focus(); });
  return (
    <form className="scan-field" onSubmit={(event) => { event.preventDefault(); hand(field.current?.value.trim()); }}>
      <ScanOutlined />
      <input id={id} ref={field} data-scan="" autoFocus autoComplete="off" spellCheck={false} aria-label={t('receiving.field')} placeholder={t('receiving.hint')} onBlur={(event) => { if (!event.relatedTarget) back(); }} />
    </form>
  );
}
