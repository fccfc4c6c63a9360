import { ArrowLeftOutlined, ArrowRightOutlined, CloseOutlined, ColumnWidthOutlined, DownloadOutlined, FilePdfOutlined, FileTextOutlined, RotateRightOutlined, ZoomInOutlined, ZoomOutOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { readersOf } from '../../api/desk.ts';
import type { CaseFile } from '../../api/types.ts';
import { Keys } from '../../ui/Keys.tsx';
import { Moment } from '../../ui/Moment.tsx';
import { clockText } from '../../ui/time.ts';
import { useProductPictures } from './caseQueries.ts';
import { besideOf, shownOf, type Shown } from './shown.ts';
import { lookAfter, moved, straight, transformOf, turned, zoomed, type Look } from './viewerMoves.ts';
import './viewer.css';

function Piece({ piece, look, change }: { piece: Shown; look: Look; change: (look: Look) => void }) {
  const { t } = useTranslation();
  const held = useRef<{ x: number; y: number } | null>(null);
  const onPointerMove = (event: PointerEvent) => {
    if (!held.current) return;
    change(moved(look, event.clientX - held.current.x, event.clientY - held.current.y));
    held.current = { x: event.clientX, y: event.clientY };
  };
  if (piece.type.startsWith('video')) return <video className="viewer-film" src={piece.src} controls aria-label={piece.name}><track kind="captions" /></video>;
  if (!piece.small) {
    return <a className="viewer-paper" href={piece.src} target="_blank" rel="noreferrer">{piece.type.includes('pdf') ? <FilePdfOutlined /> : <FileTextOutlined />}<b>{piece.name}</b><span>{t('viewer.download')}</span></a>;
  }
  return (
    <div className="viewer-stage" onWheel={(event) => change(zoomed(look, event.deltaY < 0))} onDoubleClick={() => change(straight)}
      onPointerDown={(event) => { held.current = { x: event.clientX, y: event.clientY }; event.currentTarget.setPointerCapture(event.pointerId); }} onPointerMove={onPointerMove} onPointerUp={() => { held.current = null; }}>
      <img src={piece.src} alt={piece.name} draggable={false} style={{ transform: transformOf(look) }} />
    </div>
  );
}

function Tool({ icon, words, keys, run, on }: { icon: ReactNode; words: string; keys: string; run: () => void; on?: boolean }) {
  return <Button type="text" icon={icon} aria-label={words} title={`${words} (${keys})`} aria-pressed={on} onClick={run} />;
}

type Props = { file: CaseFile; first?: string; close: () => void };

/** All evidence of a case on the whole screen, one piece or two beside each other, the product first; every act is a key, and focus comes back where it was. */
export default function EvidenceViewer({ file: { case: head, evidence = [] }, first, close }: Props) {
  const { number, shop } = head;
  const { t, i18n } = useTranslation();
  const frame = useRef<HTMLDivElement>(null);
  const products = useProductPictures(shop, head.orderId);
  const all = shownOf(shop, evidence, products, head.lines ?? []);
  const [at, setAt] = useState(Math.max(0, evidence.findIndex((one) => one.id === first)));
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
  const piece = all[shown];
  if (!piece) return null;
  const { file } = piece;
  const lookOf = (one: Shown) => looks[one.id] ?? straight;
  const change = (one: Shown) => (look: Look) => setLooks((now) => ({ ...now, [one.id]: look }));
  const go = (by: number) => {
    const next = (shown + by + all.length) % all.length;
    if (active === 'right' && beside !== null) setBeside(next);
    else setAt(next);
  };
  const twin = () => {
    setBeside(beside === null ? besideOf(all, at) : null);
    setActive('left');
  };
  const keys: Record<string, () => void> = { ArrowRight: () => go(1), ArrowLeft: () => go(-1), KeyJ: () => go(1), KeyK: () => go(-1), KeyB: twin, Escape: close, KeyE: close };
  const trap = (event: KeyboardEvent) => {
    const stops = [...(frame.current?.querySelectorAll<HTMLElement>('button,a,video') ?? [])];
    const index = stops.indexOf(document.activeElement as HTMLElement);
    const next = event.shiftKey ? (index <= 0 ? stops.length - 1 : index - 1) : (index + 1) % stops.length;
    stops[next]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    event.nativeEvent.stopImmediatePropagation();
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.code === 'Tab') trap(event);
    else if (event.code === 'KeyX' && beside !== null) setActive(active === 'left' ? 'right' : 'left');
    else if (keys[event.code]) keys[event.code]?.();
    else {
      const look = lookAfter(event.code, event.shiftKey, lookOf(piece));
      if (!look) return;
      change(piece)(look);
    }
    event.preventDefault();
  };
  const who = file && (people?.find(({ login }) => login === file.by)?.name ?? file.by);
  const pane = (index: number, side: 'left' | 'right') => all[index] && (
    <div key={side} className={`viewer-pane ${beside !== null && active === side ? 'on' : ''}`} onPointerDown={() => setActive(side)}><Piece piece={all[index]} look={lookOf(all[index])} change={change(all[index])} />{!all[index].file && <b className="viewer-product">{t('viewer.product')}</b>}</div>
  );
  return createPortal(
    <div ref={frame} className="viewer" role="dialog" aria-modal="true" aria-label={t('viewer.title')} tabIndex={-1} onKeyDown={onKeyDown}>
      <header>
        <b title={piece.name}>{piece.name}</b>
        <span role="status">{t('viewer.place', { at: shown + 1, count: all.length })}</span>
        <span className="viewer-who">{file ? <>{who} · <Moment at={file.at} shop={shop} /></> : t('viewer.productText')}{file?.taken && <span title={t('evidence.takenText')}> · {t('evidence.taken', { at: clockText(file.taken, i18n.language) })}</span>}</span>
        <span className="viewer-tools">
          <Tool icon={<ArrowLeftOutlined />} words={t('viewer.before')} keys="←" run={() => go(-1)} />
          <Tool icon={<ArrowRightOutlined />} words={t('viewer.next')} keys="→" run={() => go(1)} />
          <Tool icon={<ZoomOutOutlined />} words={t('viewer.smaller')} keys="-" run={() => change(piece)(zoomed(lookOf(piece), false))} />
          <Tool icon={<ZoomInOutlined />} words={t('viewer.larger')} keys="+" run={() => change(piece)(zoomed(lookOf(piece), true))} />
          <Tool icon={<RotateRightOutlined />} words={t('viewer.turn')} keys="R" run={() => change(piece)(turned(lookOf(piece), 1))} />
          <Tool icon={<ColumnWidthOutlined />} words={t('viewer.beside')} keys="B" run={twin} on={beside !== null} />
          <a className="viewer-load" href={piece.src} download={piece.name} aria-label={t('viewer.download')} title={t('viewer.download')}><DownloadOutlined /></a>
          <Tool icon={<CloseOutlined />} words={t('viewer.close')} keys="Esc" run={close} />
        </span>
      </header>
      <div className={beside === null ? 'viewer-body' : 'viewer-body viewer-two'}>{pane(at, 'left')}{beside !== null && pane(beside, 'right')}</div>
      <footer>
        <ul>{all.map((one, index) => <li key={one.id}><button type="button" className={index === shown ? 'on' : ''} aria-label={one.file ? one.name : `${t('viewer.product')} ${one.name}`} onClick={() => (active === 'right' && beside !== null ? setBeside(index) : setAt(index))}>{one.small ? <img src={one.small} alt="" /> : <FileTextOutlined />}</button></li>)}</ul>
        <p>{([['← →', 'viewer.keys.step'], ['+ - 0', 'viewer.keys.zoom'], ['R', 'viewer.keys.turn'], ['W A S D', 'viewer.keys.pan'], ['B X', 'viewer.keys.beside'], ['Esc', 'viewer.keys.close']] as const).map(([key, words]) => <span key={key}><Keys of={key} /> {t(words)}</span>)}</p>
      </footer>
    </div>,
    document.body,
  );
}
