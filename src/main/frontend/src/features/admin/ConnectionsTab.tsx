import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listConnections } from '../../api/admin.ts';
import { Failed, Loading } from '../../ui/states.tsx';
import { ConnectionCard } from './ConnectionCard.tsx';
import { ShopChoice, useChosenShop } from './ShopChoice.tsx';

/** A shop's own accounts with partners. */
export default function ConnectionsTab() {
  const { t } = useTranslation();
  const shop = useChosenShop();
  const id = shop?.id ?? '';
  const found = useQuery({ queryKey: ['admin', 'connections', id], queryFn: () => listConnections(id), enabled: id !== '' });
  return (
    <>
      <div className="admin-bar"><ShopChoice /><p className="quiet">{t('admin.connections.lead')}</p></div>
      {found.isPending ? <Loading /> : found.isError ? <Failed cause={found.error} again={() => void found.refetch()} />
        : <div className="cards">{found.data.map((each) => <ConnectionCard key={`${id}${each.partner}`} shop={id} of={each} />)}</div>}
    </>
  );
}
