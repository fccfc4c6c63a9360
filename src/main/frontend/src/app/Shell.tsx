import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FreezeBanner } from './FreezeBanner.tsx';
import { useHotkeys } from './hotkeys.ts';
import { FreshCode } from './FreshCode.tsx';
import { useLive } from './live.ts';
import { useNotice } from './notices.tsx';
import { OverlayContext, type Overlay } from './overlays.tsx';
import { useMe } from './session.tsx';
import { TopBar } from './TopBar.tsx';
import { useTour } from './tourState.ts';

const Palette = lazy(() => import('./Palette.tsx'));
const KeysHelp = lazy(() => import('./KeysHelp.tsx'));
const FactorDialog = lazy(() => import('./FactorDialog.tsx'));
const TourHost = lazy(() => import('../features/tour/TourHost.tsx'));
const DemoProgress = lazy(() => import('../features/sandbox/DemoProgress.tsx'));
const NewCase = lazy(() => import('../features/cases/NewCase.tsx'));

/** Whoever is called on learns it on whatever screen they are. */
function useCalled() {
  const { t } = useTranslation();
  const notice = useNotice();
  const client = useQueryClient();
  useLive((event) => {
    if (event.type !== 'mention') return;
    void notice.info(t('mention.arrived', { reason: t(`mention.reason.${event.reason}`), number: event.caseNumber }));
    void client.invalidateQueries({ queryKey: ['mentions'] });
  });
}

export function Shell({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const search = useRef<HTMLInputElement>(null);
  const [overlay, setOverlay] = useState<Overlay>(null);
  const close = () => setOverlay(null);
  const tour = useTour();
  const demo = useMe().mode === 'demo';
  useCalled();
  useHotkeys([
    { keys: 'Mod+KeyK', whileTyping: true, run: () => setOverlay('palette') },
    { keys: 'Shift+Slash', run: () => setOverlay('keys') },
    { keys: 'Slash', run: () => search.current?.focus() },
    { keys: 'KeyG KeyD', run: () => void navigate({ to: '/desk' }) },
    { keys: 'KeyG KeyM', run: () => void navigate({ to: '/mentions' }) },
    { keys: 'KeyG KeyC', run: () => void navigate({ to: '/cases' }) },
  ], overlay === null);
  return (
    <OverlayContext value={setOverlay}>
      <a className="skip" href="#work">{t('shell.skip')}</a>
      <TopBar search={search} />
      <FreezeBanner />
      {demo && <Suspense fallback={null}><DemoProgress /></Suspense>}
      <div id="work" className="work" tabIndex={-1}>{children}</div>
      <Suspense fallback={null}>
        {overlay === 'palette' && <Palette close={close} />}
        {overlay === 'keys' && <KeysHelp close={close} />}
        {overlay === 'factor' && <FactorDialog close={close} />}
        {tour?.open && overlay === null && <TourHost tour={tour} />}
        {overlay === 'newCase' && <NewCase close={close} />}
      </Suspense>
      <FreshCode />
    </OverlayContext>
  );
}
