import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { attachUnknown, listUnknown, type UnknownParcel } from '../../api/goods.ts';
import { useMe } from '../../app/session.tsx';
import { FaultNote } from '../../ui/FaultNote.tsx';
import { Moment } from '../../ui/Moment.tsx';
import { unknownKey } from './words.ts';

function Row({ parcel, changed }: { parcel: UnknownParcel; changed: () => void }) {
  const { t } = useTranslation();
  const shop = useMe().shops[0]?.id;
  const [number, setNumber] = useState('');
  const attach = useMutation({ mutationFn: () => attachUnknown(parcel.id, number.trim().toUpperCase()), onSuccess: changed });
  return (
    <li>
      <b className="number">{parcel.waybill}</b> {parcel.caseNumber && <Link to="/cases/$number" params={{ number: parcel.caseNumber }} className="number">{parcel.caseNumber}</Link>}
      <small>{parcel.note} {parcel.byName ?? parcel.by} <Moment at={parcel.at} shop={shop} /></small>
      {!parcel.caseNumber && (
        <form className="attach" onSubmit={(event) => { event.preventDefault(); if (number.trim()) attach.mutate(); }}>
          <Input size="small" value={number} aria-label={t('receiving.belongs', { code: parcel.waybill })} placeholder={t('receiving.belongsHint')} onChange={(event) => setNumber(event.target.value)} />
          <Button size="small" htmlType="submit" disabled={!number.trim()} loading={attach.isPending}>{t('receiving.attach')}</Button>
        </form>
      )}
      <FaultNote cause={attach.error} />
    </li>
  );
}

/** Parcels that came and belong to no return yet. */
export function UnknownParcels() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const parcels = useInfiniteQuery({ queryKey: unknownKey, queryFn: ({ pageParam }) => listUnknown(pageParam), initialPageParam: null as string | null, getNextPageParam: (page) => page.next });
  const items = parcels.data?.pages.flatMap((page) => page.items) ?? [];
  const changed = () => void client.invalidateQueries({ queryKey: unknownKey });
  return (
    <section className="card" aria-label={t('receiving.unknowns')}>
      <h2>{t('receiving.unknowns')} {items.length > 0 && <span className="count">{items.length}{parcels.hasNextPage ? '+' : ''}</span>}</h2>
      {parcels.isError ? <p className="quiet">{t('receiving.unknownsFailed')}</p> : items.length ? <ul className="plain">{items.map((parcel) => <Row key={parcel.id} parcel={parcel} changed={changed} />)}</ul> : <p className="quiet">{t('receiving.noUnknowns')}</p>}
      {parcels.hasNextPage && <Button size="small" loading={parcels.isFetchingNextPage} onClick={() => void parcels.fetchNextPage()}>{t('cases.more')}</Button>}
    </section>
  );
}
