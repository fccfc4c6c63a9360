import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { makeMischief, mischiefs } from '../../api/sandbox.ts';
import { useAct } from './useAct.ts';

/** What goes wrong between a marketplace and a house, one button each. */
export function MischiefActs({ shop, changed }: { shop: string; changed: () => void }) {
  const { t } = useTranslation();
  const act = useAct(changed);
  return (
    <span className="mischief" role="group" aria-label={t('mischief.title')} data-tour="mischief">
      <b>{t('mischief.title')}</b>
      {mischiefs.map((how) => (
        <Button key={how} size="small" title={t(`mischief.text.${how}`)} loading={act.isPending && act.variables?.words === t(`mischief.done.${how}`)} onClick={() => act.mutate({ run: () => makeMischief(shop, how), words: t(`mischief.done.${how}`) })}>{t(`mischief.${how}`)}</Button>
      ))}
    </span>
  );
}
