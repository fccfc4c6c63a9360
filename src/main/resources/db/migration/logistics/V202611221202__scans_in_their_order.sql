-- A carrier's older word never outdoes a newer one.
alter table logistics.goods_return add column last_scan_at timestamptz;

-- At the door a waybill is all there is; whose shop it is comes out of it.
create index goods_return_label on logistics.goods_return (waybill) where waybill is not null;
create index sent_parcel_label on logistics.sent_parcel (waybill) where return_no is not null;
