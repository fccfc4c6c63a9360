import { useTranslation } from 'react-i18next';
import type { Kept } from '../../api/studio.ts';
import { Moment } from '../../ui/Moment.tsx';
import { said } from '../../ui/bilingual.ts';
import { Tag } from '../../ui/Tag.tsx';

const noteIn = (language: string, note: string) => {
  const [zh, en] = note.split(' / ');
  return said(language, zh, en);
};

/** The versions of a file, newest first, with the cases that run on each. */
export function Versions({ versions, chosen, asked, choose }: { versions: Kept[]; chosen: Kept; asked: boolean; choose: (number: number) => void }) {
  const { t, i18n } = useTranslation();
  return (
    <ol className="versions">
      {versions.map((version) => (
        <li key={version.hash}>
          <button type="button" aria-pressed={version === chosen} onClick={() => choose(version.number)}>
            <span><b>{t('studio.version', { number: version.number })}</b> <code>{version.hash.slice(0, 8)}</code> {version.inForce && <Tag tone="green">{t('studio.inForce')}</Tag>}</span>
            <span>{version.source === 'SOFTWARE' ? noteIn(i18n.language, version.note) : version.note}</span>
            <small><Moment at={version.at} shop={undefined} /> · {version.byName}{version.source === 'OWNER' && ` → ${version.releasedName}`}{!asked && ` · ${t('studio.running', { count: version.running })}`}</small>
          </button>
        </li>
      ))}
    </ol>
  );
}
