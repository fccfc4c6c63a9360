import type { Team } from '../../api/admin.ts';

export const roles = ['AGENT', 'WAREHOUSE', 'LEAD', 'SUPERVISOR', 'FINANCE', 'LEGAL', 'OWNER', 'MANAGER', 'DIRECTOR', 'ADMIN'] as const;
export const scopes = ['orders', 'products', 'stock', 'packing', 'requests', 'parcels', 'receipts', 'tracking', 'reviews', 'disputes', 'messages', 'statements', 'answers'] as const;

export const ofLanguage = (language: string, zh: string, en: string) => (language === 'en' ? en : zh);
export const teamTitle = (teams: Team[] | undefined, name: string, language: string) => {
  const team = teams?.find((each) => each.name === name);
  return team ? ofLanguage(language, team.titleZh, team.titleEn) : name;
};

/** The people's book, as it is kept between screens. */
export const bookKey = ['admin', 'people'];
