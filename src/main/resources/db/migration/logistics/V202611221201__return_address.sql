-- Where a shop's goods are sent back to, in each language its buyers read; a true address is a duty (Penalty Measures, article 9).
create table logistics.return_address (
  shop_id text primary key,
  zh text not null check (length(zh) between 5 and 300),
  en text not null check (length(en) between 5 and 300),
  changed_by text not null,
  changed_at timestamptz not null default now()
);
select database.raise_fence('logistics.return_address');

alter table logistics.goods_return
  add column reason_type text not null default 'NO_REASON',
  add column freight_advanced bigint check (freight_advanced >= 0),
  add column note text;

-- What the buyer paid in advance for the way back.
alter table logistics.sent_parcel add column freight_minor bigint check (freight_minor >= 0), add column freight_currency char(3);

-- The buyer's own goods may be sent back to the buyer, too: nothing is taken from stock.
alter table logistics.replacement drop constraint replacement_purpose_check;
alter table logistics.replacement add check (purpose in ('exchange','reship','sendBack'));

-- What should still be waited for by a waybill or an order, and by nothing else.
create index sent_parcel_case on logistics.sent_parcel (case_number) where return_no is null;
