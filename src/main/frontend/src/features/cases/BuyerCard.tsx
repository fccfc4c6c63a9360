import { WarningFilled } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../api/types.ts';
import { Tag } from '../../ui/Tag.tsx';
import { riskText } from './words.ts';

export function BuyerCard({ file }: { file: CaseFile }) {
  const { t, i18n } = useTranslation();
  const buyer = file.buyer ?? file.order?.buyer;
  const tier = typeof file.tier === 'object' ? file.tier?.tier : file.tier;
  const place = [buyer?.province ?? buyer?.address?.province, buyer?.city ?? buyer?.address?.city].filter(Boolean).join(' ');
  return (
    <section className="card">
      <h3>{t('buyer.title')} {tier && <Tag tone="violet">{t(`tier.${tier}`, tier)}</Tag>}</h3>
      <dl className="facts">
        <dt>{t('buyer.name')}</dt><dd>{buyer?.name ?? '–'}</dd>
        {buyer?.phone && <><dt>{t('buyer.phone')}</dt><dd className="number">{buyer.phone}</dd></>}
        {place && <><dt>{t('buyer.place')}</dt><dd>{place}</dd></>}
      </dl>
      {file.risk?.map((flag) => (
        <p key={typeof flag === 'string' ? flag : flag.code} className="risk">
          <WarningFilled /> {riskText(flag, i18n.language, (code) => t(`risk.${code}`, code))}
        </p>
      ))}
    </section>
  );
}
