-- A carrier's older word never outdoes a newer one.
alter table logistics.goods_return add column last_scan_at timestamptz;

-- At the door a waybill is all there is; whose shop it is comes out of it.
create index goods_return_label on logistics.goods_return (waybill) where waybill is not null;
create index sent_parcel_label on logistics.sent_parcel (waybill) where return_no is not null;

-- Whether the warehouse's system told of goods that are of no line.
alter table logistics.goods_return add column told_other boolean not null default false;

-- Returns whose process may not have heard yet what became of its parcel.
create index goods_return_underway on logistics.goods_return (changed_at) where state in ('SENT','ARRIVED');
