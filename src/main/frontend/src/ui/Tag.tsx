import type { ReactNode } from 'react';

export type Tone = 'plain' | 'blue' | 'green' | 'amber' | 'red' | 'violet';

export function Tag({ tone = 'plain', children, title }: { tone?: Tone; children: ReactNode; title?: string }) {
  return (
    <span className={`tag tag-${tone}`} title={title}>
      {children}
    </span>
  );
}
