import { CloseOutlined } from '@ant-design/icons';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect, useRef, useState, type CSSProperties, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { placesOf } from '../../app/places.ts';
import { useMe } from '../../app/session.tsx';
import { setTour, type TourAt } from '../../app/tourState.ts';
import { tours, type Stop } from './tours.ts';
import './tour.css';
import { useAnchor } from './useAnchor.ts';
import { placed } from './placed.ts';

const pathOf = (stop: Stop) => stop.to.split('?')[0] ?? stop.to;

/** The stops that this person can reach in this version of the product. */
function useStops(name: TourAt['name']): Stop[] {
  const known = useRouter().routesByPath as Record<string, unknown>;
  const me = useMe();
  const open = [...placesOf(me).map((place) => place.to as string), ...(me.mode === 'demo' ? ['/sandbox'] : [])];
  const screens = Object.keys(known).map((route) => new RegExp(`^${route.replaceAll(/\$\w+/g, '[^/]+')}$`));
  return tours[name].filter((stop) => screens.some((screen) => screen.test(pathOf(stop))) && open.some((place) => pathOf(stop) === place || pathOf(stop).startsWith(`${place}/`)));
}

/** Takes the focus when it appears, so that a keyboard goes on without a mouse. */
function Card({ style, onKeyDown, children }: { style: CSSProperties; onKeyDown: (event: KeyboardEvent) => void; children: ReactNode }) {
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => card.current?.focus(), []);
  return <div className="tour-card" role="dialog" aria-labelledby="tour-title" aria-describedby="tour-text" tabIndex={-1} ref={card} style={style} onKeyDown={onKeyDown}>{children}</div>;
}

/** Walks a person through the product, stop by stop; the page under it stays usable. */
export default function TourHost({ tour }: { tour: TourAt }) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const stops = useStops(tour.name);
  const at = Math.min(tour.at, stops.length - 1);
  const stop = stops[at];
  const forth = useRef(true);
  const [ready, setReady] = useState(-1);
  const go = (to: number) => {
    forth.current = to >= at;
    if (to >= stops.length) setTour(null);
    else if (to >= 0) setTour({ ...tour, at: to });
  };
  const leave = () => setTour({ ...tour, open: false });
  const target = stop?.to;
  useEffect(() => {
    if (target) void navigate({ to: target.split('?')[0], search: Object.fromEntries(new URLSearchParams(target.split('?')[1])) } as never).then(() => setReady(at));
  }, [navigate, target, at]);
  const absent = () => go(forth.current || at === 0 ? at + 1 : at - 1);
  const box = useAnchor(ready === at ? stop : undefined, absent);
  if (!stop || !box) return null;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') leave();
    else if (event.key === 'ArrowRight') go(at + 1);
    else if (event.key === 'ArrowLeft') go(at - 1);
    else return;
    event.stopPropagation();
    event.preventDefault();
  };
  const [title, text] = i18n.language === 'en' ? stop.en : stop.zh;
  const last = at === stops.length - 1;
  return (
    <>
      {box.anchor && <div className="tour-ring" aria-hidden="true" style={{ left: box.anchor.left - 6, top: box.anchor.top - 6, width: box.anchor.width + 12, height: box.anchor.height + 12 }} />}
      <Card key={at} style={placed(box.anchor)} onKeyDown={onKeyDown}>
        <p className="tour-head"><small>{t('tour.at', { at: at + 1, of: stops.length })}</small> <Button type="text" size="small" icon={<CloseOutlined />} aria-label={t('tour.leave')} title={t('tour.leave')} onClick={leave} /></p>
        <h2 id="tour-title">{title}</h2>
        <p id="tour-text">{text}</p>
        <p className="tour-foot">
          <Button size="small" disabled={at === 0} onClick={() => go(at - 1)}>{t('tour.back')}</Button>
          <Button size="small" type="primary" onClick={() => go(at + 1)}>{t(last ? 'tour.end' : 'tour.next')}</Button>
        </p>
      </Card>
    </>
  );
}
