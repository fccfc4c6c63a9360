import type { CSSProperties } from 'react';

const width = 340;
const height = 210;
const gap = 16;

/** Beside what is pointed at, on the side with room; in the middle when nothing is, and in a corner when it fills the page. */
export function placed(anchor: DOMRect | null): CSSProperties {
  if (!anchor) return { left: '50%', top: '30%', transform: 'translateX(-50%)' };
  const { innerWidth: wide, innerHeight: high } = window;
  const top = Math.max(gap, Math.min(anchor.top, high - height - gap));
  if (anchor.right + width + 2 * gap < wide) return { left: anchor.right + gap, top };
  if (anchor.left - width - 2 * gap > 0) return { left: anchor.left - width - gap, top };
  const left = Math.max(gap, Math.min(anchor.left, wide - width - gap));
  if (anchor.bottom + height + gap < high) return { left, top: anchor.bottom + gap };
  if (anchor.top - height - gap > 0) return { left, top: anchor.top - height - gap };
  return { right: 24, bottom: 24 };
}
