import { createContext, useContext } from 'react';

export type Overlay = 'palette' | 'keys' | 'newCase' | null;
export const OverlayContext = createContext<(overlay: Overlay) => void>(() => undefined);

/** Opens what lies over any screen: the palette, the key list, a new case. */
export const useOverlay = () => useContext(OverlayContext);
