import type { ReactNode } from 'react';

/** A line of a card; nothing when there is nothing to tell. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return children ? <div className="fact"><dt>{name}</dt><dd>{children}</dd></div> : null;
}
