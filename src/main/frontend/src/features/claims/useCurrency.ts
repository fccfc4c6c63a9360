import { useMe } from '../../app/session.tsx';

/** In which currency a shop sells. */
export const useCurrency = (shop: string): string => useMe().shops.find((each) => each.id === shop)?.currency ?? 'CNY';
