import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listTemplates } from '../../api/admin.ts';
import { Failed, Loading } from '../../ui/states.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { ofLanguage } from './names.ts';
import { ShopChoice, useChosenShop } from './ShopChoice.tsx';
import { TemplateEditor } from './TemplateEditor.tsx';

/** The texts buyers get, and the shop's own wording of them. */
export default function TemplatesTab() {
  const { t, i18n } = useTranslation();
  const id = useChosenShop()?.id ?? '';
  const [chosen, setChosen] = useState<string | null>(null);
  const found = useQuery({ queryKey: ['admin', 'templates', id], queryFn: () => listTemplates(id), enabled: id !== '' });
  if (found.isPending) return <Loading />;
  if (found.isError) return <Failed cause={found.error} again={() => void found.refetch()} />;
  const names = [...new Set(found.data.map((each) => each.template))];
  const shown = chosen ?? names[0];
  const of = (name: string) => found.data.filter((each) => each.template === name);
  const title = (name: string) => of(name).find((each) => each.language === ofLanguage(i18n.language, 'zh', 'en'))?.house.subject ?? name;
  return (
    <>
      <div className="admin-bar"><ShopChoice /><p className="quiet">{t('admin.templates.lead')}</p></div>
      <div className="templates">
        <ul className="template-list">{names.map((name) => (
          <li key={name}><button type="button" aria-current={name === shown} onClick={() => setChosen(name)}>
            <b>{title(name)}</b> <code>{name}</code> {of(name).some((each) => each.own) && <Tag tone="violet">{t('admin.templates.own')}</Tag>}
          </button></li>
        ))}</ul>
        <div className="template-pair">{shown && of(shown).map((each) => <TemplateEditor key={`${id}${each.template}${each.language}${each.version}`} shop={id} of={each} />)}</div>
      </div>
    </>
  );
}
