import { ArrowLeftOutlined, ArrowRightOutlined, CloseOutlined, ColumnWidthOutlined, DownloadOutlined, FilePdfOutlined, FileTextOutlined, RotateRightOutlined, ZoomInOutlined, ZoomOutOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { evidenceUrl, thumbnailUrl } from '../../api/cases.ts';
import { readersOf } from '../../api/desk.ts';
import type { EvidenceFile } from '../../api/types.ts';
import { Keys } from '../../ui/Keys.tsx';
import { Moment } from '../../ui/Moment.tsx';
import { clockText } from '../../ui/time.ts';
import { lookAfter, moved, straight, transformOf, turned, zoomed, type Look } from './viewerMoves.ts';
import './viewer.css';

const isPicture = (file: EvidenceFile) => file.type.startsWith('image') && file.thumbnail !== false;

function Piece({ file, look, change }: { file: EvidenceFile; look: Look; change: (look: Look) => void }) {
  const { t } = useTranslation();
  const held = useRef<{ x: number; y: number } | null>(null);
  const onPointerMove = (event: PointerEvent) => {
    if (!held.current) return;
    change(moved(look, event.clientX - held.current.x, event.clientY - held.current.y));
    held.current = { x: event.clientX, y: event.clientY };
  };
  if (file.type.startsWith('video')) return <video className="viewer-film" src={evidenceUrl(file.id)} controls aria-label={file.name}><track kind="captions" /></video>;
  if (!isPicture(file)) {
    return <a className="viewer-paper" href={evidenceUrl(file.id)} target="_blank" rel="noreferrer">{file.type.includes('pdf') ? <FilePdfOutlined /> : <FileTextOutlined />}<b>{file.name}</b><span>{t('viewer.download')}</span></a>;
  }
  return (
    <div className="viewer-stage" onWheel={(event) => change(zoomed(look, event.deltaY < 0))} onDoubleClick={() => change(straight)}
      onPointerDown={(event) => { held.current = { x: event.clientX, y: event.clientY }; event.currentTarget.setPointerCapture(event.pointerId); }} onPointerMove={onPointerMove} onPointerUp={() => { held.current = null; }}>
      <img src={evidenceUrl(file.id)} alt={file.name} draggable={false} style={{ transform: transformOf(look) }} />
    </div>
  );
}

function Tool({ icon, words, keys, run, on }: { icon: ReactNode; words: string; keys: string; run: () => void; on?: boolean }) {
  return <Button type="text" icon={icon} aria-label={words} title={`${words} (${keys})`} aria-pressed={on} onClick={run} />;
}

type Props = { number: string; shop: string; files: EvidenceFile[]; first?: string; close: () => void };

/** All evidence of a case on the whole screen, one piece or two beside each other; every act is a key, and focus comes back where it was. */
export default function EvidenceViewer({ number, shop, files, first, close }: Props) {
  const { t, i18n } = useTranslation();
  const frame = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(Math.max(0, files.findIndex((file) => file.id === first)));
  const [beside, setBeside] = useState<number | null>(null);
  const [active, setActive] = useState<'left' | 'right'>('left');
  const [looks, setLooks] = useState<Record<string, Look>>({});
  const people = useQuery({ queryKey: ['readers', number], queryFn: () => readersOf(number), staleTime: 300_000 }).data;
  useEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    frame.current?.focus();
    return () => before?.focus();
  }, []);
  const shown = active === 'right' && beside !== null ? beside : at;
  const file = files[shown];
  if (!file) return null;
  const lookOf = (one: EvidenceFile) => looks[one.id] ?? straight;
  const change = (one: EvidenceFile) => (look: Look) => setLooks((now) => ({ ...now, [one.id]: look }));
  const go = (by: number) => {
    const next = (shown + by + files.length) % files.length;
    if (active === 'right' && beside !== null) setBeside(next);
    else setAt(next);
  };
  const twin = () => {
    setBeside(beside === null && files.length > 1 ? (at + 1) % files.length : null);
    setActive('left');
  };
  const keys: Record<string, () => void> = { ArrowRight: () => go(1), ArrowLeft: () => go(-1), KeyJ: () => go(1), KeyK: () => go(-1), KeyB: twin, Escape: close, KeyE: close };
  const trap = (event: KeyboardEvent) => {
    const all = [...(frame.current?.querySelectorAll<HTMLElement>('button,a,video') ?? [])];
    const index = all.indexOf(document.activeElement as HTMLElement);
    const next = event.shiftKey ? (index <= 0 ? all.length - 1 : index - 1) : (index + 1) % all.length;
    all[next]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    event.nativeEvent.stopImmediatePropagation();
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.code === 'Tab') trap(event);
    else if (event.code === 'KeyX' && beside !== null) setActive(active === 'left' ? 'right' : 'left');
    else if (keys[event.code]) keys[event.code]?.();
    else {
      const look = lookAfter(event.code, event.shiftKey, lookOf(file));
      if (!look) return;
      change(file)(look);
    }
    event.preventDefault();
  };
  const who = people?.find(({ login }) => login === file.by)?.name ?? file.by;
  const pane = (index: number, side: 'left' | 'right') => files[index] && (
    <div key={side} className={`viewer-pane ${beside !== null && active === side ? 'on' : ''}`} onPointerDown={() => setActive(side)}><Piece file={files[index]} look={lookOf(files[index])} change={change(files[index])} /></div>
  );
  return createPortal(
    <div ref={frame} className="viewer" role="dialog" aria-modal="true" aria-label={t('viewer.title')} tabIndex={-1} onKeyDown={onKeyDown}>
      <header>
        <b>{file.name}</b>
        <span role="status">{t('viewer.place', { at: shown + 1, count: files.length })}</span>
        <span className="viewer-who">{who} · <Moment at={file.at} shop={shop} />{file.taken && <span title={t('evidence.takenText')}> · {t('evidence.taken', { at: clockText(file.taken, i18n.language) })}</span>}</span>
        <span className="viewer-tools">
          <Tool icon={<ArrowLeftOutlined />} words={t('viewer.before')} keys="←" run={() => go(-1)} />
          <Tool icon={<ArrowRightOutlined />} words={t('viewer.next')} keys="→" run={() => go(1)} />
          <Tool icon={<ZoomOutOutlined />} words={t('viewer.smaller')} keys="-" run={() => change(file)(zoomed(lookOf(file), false))} />
          <Tool icon={<ZoomInOutlined />} words={t('viewer.larger')} keys="+" run={() => change(file)(zoomed(lookOf(file), true))} />
          <Tool icon={<RotateRightOutlined />} words={t('viewer.turn')} keys="R" run={() => change(file)(turned(lookOf(file), 1))} />
          <Tool icon={<ColumnWidthOutlined />} words={t('viewer.beside')} keys="B" run={twin} on={beside !== null} />
          <a className="viewer-load" href={evidenceUrl(file.id)} download={file.name} aria-label={t('viewer.download')} title={t('viewer.download')}><DownloadOutlined /></a>
          <Tool icon={<CloseOutlined />} words={t('viewer.close')} keys="Esc" run={close} />
        </span>
      </header>
      <div className={beside === null ? 'viewer-body' : 'viewer-body viewer-two'}>{pane(at, 'left')}{beside !== null && pane(beside, 'right')}</div>
      <footer>
        <ul>{files.map((one, index) => <li key={one.id}><button type="button" className={index === shown ? 'on' : ''} aria-label={one.name} onClick={() => (active === 'right' && beside !== null ? setBeside(index) : setAt(index))}>{isPicture(one) ? <img src={thumbnailUrl(one.id)} alt="" /> : <FileTextOutlined />}</button></li>)}</ul>
        <p>{([['← →', 'viewer.keys.step'], ['+ - 0', 'viewer.keys.zoom'], ['R', 'viewer.keys.turn'], ['W A S D', 'viewer.keys.pan'], ['B X', 'viewer.keys.beside'], ['Esc', 'viewer.keys.close']] as const).map(([key, words]) => <span key={key}><Keys of={key} /> {t(words)}</span>)}</p>
      </footer>
    </div>,
    document.body,
  );
}
