import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import './viewer.css';

const own = '.fjs-form-field-evidence,.ant-modal,.ant-drawer,.viewer';
const elsewhere = (target: EventTarget | null) => target instanceof Element && target.closest(own) !== null;

/** Files pasted or dragged anywhere onto the case become its evidence, unless a form field takes them. */
export function DropPlace({ send, progress }: { send: ((files: File[]) => void) | null; progress: number | null }) {
  const { t } = useTranslation();
  const [over, setOver] = useState(false);
  const latest = useRef(send);
  useEffect(() => {
    latest.current = send;
  });
  const active = send !== null;
  useEffect(() => {
    if (!active) return undefined;
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (!files.length || event.defaultPrevented || elsewhere(event.target)) return;
      event.preventDefault();
      latest.current?.(files);
    };
    const drag = (event: DragEvent) => {
      const takes = Boolean(event.dataTransfer?.types.includes('Files')) && !elsewhere(event.target);
      if (takes) event.preventDefault();
      setOver(takes);
    };
    const leave = (event: DragEvent) => { if (!event.relatedTarget) setOver(false); };
    const drop = (event: DragEvent) => {
      setOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (!files.length || event.defaultPrevented || elsewhere(event.target)) return;
      event.preventDefault();
      latest.current?.(files);
    };
    document.addEventListener('paste', paste);
    document.addEventListener('dragover', drag);
    document.addEventListener('dragleave', leave);
    document.addEventListener('drop', drop);
    return () => {
      document.removeEventListener('paste', paste);
      document.removeEventListener('dragover', drag);
      document.removeEventListener('dragleave', leave);
      document.removeEventListener('drop', drop);
    };
  }, [active]);
  return (
    <>
      {over && <div className="drop-over">{t('evidence.drop')}</div>}
      {progress !== null && <div className="upload-bar" role="status"><span>{t('evidence.busy')}</span><progress value={progress} max={1} aria-label={t('evidence.busy')} /><span className="number">{Math.round(progress * 100)}%</span></div>}
    </>
  );
}
