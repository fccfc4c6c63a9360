import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { pictureUrl, type Entry } from '../../api/studio.ts';
import { said } from '../../ui/bilingual.ts';
import { Moment } from '../../ui/Moment.tsx';
import { Tag } from '../../ui/Tag.tsx';

/** One file of the library at a glance. */
export function ModelCard({ model }: { model: Entry }) {
  const { t, i18n } = useTranslation();
  const { title } = model;
  return (
    <li className="model">
      <Link to="/studio/models/$file" params={{ file: model.file }} className="model-picture" tabIndex={-1} aria-hidden="true"><img src={pictureUrl(model.file, model.hash)} alt="" loading="lazy" /></Link>
      <div className="model-words">
        <h2><Link to="/studio/models/$file" params={{ file: model.file }}>{said(i18n.language, title.zh, title.en)}</Link></h2>
        <p className="model-file"><code>{model.file}</code> <small>{t(`studio.rooms.${model.room}`, model.room)}</small></p>
        <p className="model-tags">
          <Tag tone={model.kind === 'PROCESS' ? 'blue' : model.kind === 'DECISION' ? 'green' : 'violet'}>{t(`studio.kind.${model.kind}`)}</Tag>
          <Tag>{t('studio.version', { number: model.version })}</Tag>
          {model.proposal !== null && <Link to="/studio/proposals/$id" params={{ id: String(model.proposal) }}><Tag tone="amber">{t('studio.proposed')}</Tag></Link>}
          {model.conflict && <Link to="/studio/conflicts"><Tag tone="red">{t('studio.conflict')}</Tag></Link>}
        </p>
        <p><small>{model.asked ? t('studio.asked') : t('studio.running', { count: model.running })}{model.runningOlder > 0 && !model.asked && ` · ${t('studio.runningOlder', { count: model.runningOlder })}`}</small></p>
        <p><small><Moment at={model.at} shop={undefined} /> · {model.byName}</small></p>
      </div>
    </li>
  );
}
