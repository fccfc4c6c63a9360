import { createContext, useContext } from 'react';

export type Overlay = 'palette' | 'keys' | 'newCase' | 'factor' | null;
export const OverlayContext = createContext<(overlay: Overlay) => void>(() => undefined);

/** Opens what lies over any screen: the palette, the key list, a new case. */
export const useOverlay = () => useContext(OverlayContext);
