import { WarningFilled } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../api/types.ts';
import { Tag } from '../../ui/Tag.tsx';

export function BuyerCard({ file }: { file: CaseFile }) {
  const { t } = useTranslation();
  const buyer = file.buyer ?? file.order?.buyer;
  const { tier } = file;
  const place = [buyer?.province ?? buyer?.address?.province, buyer?.city ?? buyer?.address?.city].filter(Boolean).join(' ');
  if (!buyer && !tier && !file.risk?.length) return null;
  return (
    <section className="card">
      <h3>{t('buyer.title')} {tier && <Tag tone="violet">{t(`tier.${tier}`, tier)}</Tag>}</h3>
      <dl className="facts">
        <dt>{t('buyer.name')}</dt><dd>{buyer?.name ?? '–'}</dd>
        {buyer?.phone && <><dt>{t('buyer.phone')}</dt><dd className="number">{buyer.phone}</dd></>}
        {place && <><dt>{t('buyer.place')}</dt><dd>{place}</dd></>}
      </dl>
      {file.risk?.map((flag) => <p key={flag} className="risk"><WarningFilled /> {t(`risk.${flag}`, flag)}</p>)}
    </section>
  );
}
