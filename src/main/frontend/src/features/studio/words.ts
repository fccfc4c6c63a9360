import type { Proposal } from '../../api/studio.ts';
import type { Tone } from '../../ui/Tag.tsx';

export const stateTone: Record<Proposal['state'], Tone> = { OPEN: 'amber', RELEASED: 'green', REJECTED: 'red', WITHDRAWN: 'plain' };
