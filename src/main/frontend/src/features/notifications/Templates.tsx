import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listTemplates, type Template } from '../../api/messages.ts';
import { languages, type Language } from '../../i18n/index.ts';
import { said } from '../../ui/bilingual.ts';

const none: Template[] = [];

/** Words to begin with, filled in by the case; in the buyer's language until another is asked for. */
export function Templates({ number, language, speak, take }: { number: string; language: Language; speak: (language: Language) => void; take: (template: Template) => void }) {
  const { t, i18n } = useTranslation();
  const [chosen, setChosen] = useState('');
  const templates = useQuery({ queryKey: ['templates', number, language], queryFn: () => listTemplates(number, language), staleTime: 60_000 }).data ?? none;
  const choose = (name: string) => {
    setChosen(name);
    const template = templates.find((each) => each.template === name);
    if (template) take(template);
  };
  return (
    <span className="compose-templates">
      <select aria-label={t('message.template')} value={templates.some((each) => each.template === chosen) ? chosen : ''} onChange={(event) => choose(event.target.value)}>
        <option value="">{t('message.template')}</option>
        {templates.map((each) => <option key={each.template} value={each.template}>{said(i18n.language, each.titleZh, each.titleEn)}</option>)}
      </select>
      <select aria-label={t('message.language')} value={language} onChange={(event) => { setChosen(''); speak(event.target.value as Language); }}>
        {languages.map((each) => <option key={each} value={each}>{t(`message.languages.${each}`)}</option>)}
      </select>
    </span>
  );
}
