create table orders.product (
  shop_id text not null, product_id text collate "C" not null, title text not null, category text,
  class text not null, no_reason_excluded boolean not null default false, exclusion_confirmed_at timestamptz,
  exclusion_proof text, warranty_days int, warranty_from text, serials jsonb not null default '[]', supplier text,
  durable boolean not null default false, promise_days int, recorded_at timestamptz not null default now(),
  primary key (shop_id, product_id)
);
select database.raise_fence('orders.product');

create table orders.stock (
  shop_id text not null, sku text collate "C" not null, available int not null, at timestamptz not null,
  primary key (shop_id, sku)
) with (fillfactor = 80);
select database.raise_fence('orders.stock');

-- What the warehouse saw when it packed: weight and pictures answer later claims of missing goods.
create table orders.packing (
  shop_id text not null, waybill text collate "C" not null, weight_grams int, packed_at timestamptz not null,
  packed_by text, pictures jsonb not null default '[]', lines jsonb not null default '[]',
  recorded_at timestamptz not null default now(),
  primary key (shop_id, waybill)
);
select database.raise_fence('orders.packing');

-- What carriers told; "at" is when we heard it, scanned_at when it happened.
create table orders.scan (
  at timestamptz not null default now(), shop_id text not null, event_id text not null, carrier text,
  waybill text collate "C" not null, code text not null, scanned_at timestamptz not null, place text, words text,
  primary key (at, shop_id, event_id)
) partition by range (at);
create index scan_waybill on orders.scan (shop_id, waybill, scanned_at);
select database.raise_fence('orders.scan');
select database.by_month('orders.scan');

create table orders.review (
  shop_id text not null, review_id text collate "C" not null, order_id text collate "C" not null,
  score smallint not null check (score between 1 and 5), title text, words text, created_at timestamptz not null,
  answered_at timestamptz, recorded_at timestamptz not null default now(),
  primary key (shop_id, review_id, order_id)
);
create index review_order on orders.review (shop_id, order_id);
select database.raise_fence('orders.review');
