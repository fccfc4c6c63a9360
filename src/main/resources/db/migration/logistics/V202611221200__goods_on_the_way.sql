create schema logistics;

-- Goods on their way back, one row each time a buyer is asked to send them; the truth the process goods-return points at.
create table logistics.goods_return (
  return_no text collate "C" primary key,
  shop_id text not null,
  case_number text not null,
  round int not null check (round > 0),
  order_id text not null,
  state text not null check (state in
    ('OPEN','SENT','ARRIVED','RECEIVED','INSPECTED','NOTHING_SENT','LOST','WITHDRAWN')),
  freight_payer text not null check (freight_payer in ('seller','buyer','insurer')),
  currency char(3) not null,
  address text not null,
  opened_at timestamptz not null default now(),
  ship_back_by timestamptz not null,
  reminders int not null default 0 check (reminders >= 0),
  carrier text, waybill text collate "C", sent_at timestamptz, arrival_by timestamptz, last_scan text, trouble_at timestamptz,
  arrived_at timestamptz, confirm_by timestamptz, escalate_at timestamptz,
  packed_grams int, weight_grams int check (weight_grams >= 0), other_goods boolean not null default false,
  received_at timestamptz, received_by text, pictures text[] not null default '{}',
  findings text[] not null default '{}', serial text, words text, inspected_by text,
  outcome text check (outcome in ('intact','deduct','notIntact','wrongGoods','empty','part','nothingSent','lost','withdrawn')),
  intact boolean, ground text, deduct bigint check (deduct >= 0),
  -- how far the process has heard, so that a repeat tells it nothing new
  heard text not null default 'NOTHING' check (heard in ('NOTHING','SENT','ARRIVED')),
  trouble_heard_at timestamptz,
  changed_at timestamptz not null default now(),
  unique (case_number, round)
);
create unique index goods_return_open on logistics.goods_return (case_number)
  where state in ('OPEN','SENT','ARRIVED','RECEIVED');
create index goods_return_waybill on logistics.goods_return (shop_id, waybill) where waybill is not null;
create index goods_return_order on logistics.goods_return (shop_id, order_id);
select database.raise_fence('logistics.goods_return');

-- What should come back, and what was counted; told_* is what the warehouse's own system said before anybody looked.
create table logistics.goods_return_line (
  return_no text collate "C" not null references logistics.goods_return,
  shop_id text not null,
  line_id text not null,
  sku text, title text, product_id text,
  quantity int not null check (quantity > 0),
  told_quantity int check (told_quantity >= 0), told_grade text check (told_grade in ('A','B','C','D')),
  counted int check (counted >= 0), grade text check (grade in ('A','B','C','D')),
  primary key (return_no, line_id)
);
select database.raise_fence('logistics.goods_return_line');

-- What buyers said they sent; return_no is null while no return waits for it.
create table logistics.sent_parcel (
  shop_id text not null, parcel_id text collate "C" not null,
  order_id text, case_number text, carrier text, waybill text collate "C" not null, sent_at timestamptz not null,
  return_no text collate "C", recorded_at timestamptz not null default now(),
  primary key (shop_id, parcel_id)
);
create index sent_parcel_waybill on logistics.sent_parcel (shop_id, waybill);
create index sent_parcel_waiting on logistics.sent_parcel (shop_id, order_id, case_number) where return_no is null;
select database.raise_fence('logistics.sent_parcel');

-- What a warehouse's system said it took in; return_no is null while nobody knows the parcel.
create table logistics.receipt (
  shop_id text not null, receipt_id text collate "C" not null, waybill text collate "C" not null,
  received_at timestamptz not null, weight_grams int, lines jsonb not null default '[]', pictures jsonb not null default '[]',
  return_no text collate "C", recorded_at timestamptz not null default now(),
  primary key (shop_id, receipt_id)
);
create index receipt_waybill on logistics.receipt (shop_id, waybill);
select database.raise_fence('logistics.receipt');

-- Parcels that came and that nobody expected; one stays here until a person says which case it belongs to.
create table logistics.unknown_parcel (
  id bigint generated always as identity primary key,
  shop_id text not null, waybill text collate "C" not null, note text, found_by text not null,
  at timestamptz not null default now(),
  case_number text, attached_by text, attached_at timestamptz,
  unique (shop_id, waybill)
);
create index unknown_parcel_newest on logistics.unknown_parcel (id desc) where case_number is null;
select database.raise_fence('logistics.unknown_parcel');

-- Goods sent out again, for an exchange or because the first ones never came or were short.
create table logistics.replacement (
  order_no text collate "C" primary key,
  shop_id text not null,
  case_number text not null,
  round int not null check (round > 0),
  order_id text not null,
  purpose text not null check (purpose in ('exchange','reship')),
  state text not null check (state in ('RESERVED','OUT_OF_STOCK','SHIPPED','DELIVERED','WITHDRAWN')),
  carrier text, waybill text collate "C", packed_by text,
  opened_at timestamptz not null default now(), shipped_at timestamptz, delivered_at timestamptz,
  note text,
  heard boolean not null default false,
  check (state not in ('SHIPPED','DELIVERED') or waybill is not null),
  unique (case_number, round)
);
create unique index replacement_open on logistics.replacement (case_number) where state = 'RESERVED';
create index replacement_waybill on logistics.replacement (shop_id, waybill) where waybill is not null;
select database.raise_fence('logistics.replacement');

create table logistics.replacement_line (
  order_no text collate "C" not null references logistics.replacement,
  shop_id text not null,
  line_id text not null,
  sku text not null, title text, quantity int not null check (quantity > 0), bin text,
  primary key (order_no, line_id)
);
create index replacement_line_sku on logistics.replacement_line (shop_id, sku);
select database.raise_fence('logistics.replacement_line');

-- What the warehouse's and the seller's own systems are told, frozen as it is sent; the outbox carries it until it is taken.
create table logistics.notice (
  ref text collate "C" primary key,
  shop_id text not null,
  case_number text not null,
  kind text not null check (kind in ('RETURN_EXPECTED','SHIPMENT_ORDERED','EVENT')),
  number text not null,
  body text not null,
  state text not null default 'NEW' check (state in ('NEW','TAKEN','REFUSED','SKIPPED')),
  code text, answer text,
  at timestamptz not null default now(), ended_at timestamptz
);
create index notice_case on logistics.notice (case_number, at);
select database.raise_fence('logistics.notice');
