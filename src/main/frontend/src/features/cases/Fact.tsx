import type { ReactNode } from 'react';

/** A line of a card; nothing when there is nothing to tell. What is told in sentences stands below its name. */
export function Fact({ name, told, children }: { name: string; told?: boolean; children: ReactNode }) {
  return children ? <div className={told ? 'fact fact-told' : 'fact'}><dt>{name}</dt><dd>{children}</dd></div> : null;
}
