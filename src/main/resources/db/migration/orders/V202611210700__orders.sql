create schema orders;

create function orders.money(minor bigint, currency text) returns jsonb language sql immutable parallel safe
  return jsonb_build_object('minor', minor, 'currency', currency);

-- The one place where it stands who a buyer is; everything else holds the buyer's id.
create table orders.buyer (
  shop_id text not null, buyer_id text collate "C" not null,
  name text, phone text, email text, language text,
  country text, province text, city text, district text, street text, postcode text,
  name_key text collate "C" generated always as (lower(name)) stored,
  phone_key text collate "C" generated always as (reverse(regexp_replace(phone, '\D', '', 'g'))) stored,
  updated_at timestamptz not null default now(),
  primary key (shop_id, buyer_id)
);
create index buyer_name on orders.buyer (shop_id, name_key);
create index buyer_phone on orders.buyer (shop_id, phone_key);
select database.raise_fence('orders.buyer');

-- rank sorts versions of one order as text; null where the sender has no versions.
create table orders.shop_order (
  shop_id text not null, order_id text collate "C" not null, version text not null, rank text collate "C",
  state text not null, currency char(3) not null, created_at timestamptz not null, paid_at timestamptz,
  promised_ship_at timestamptz, promised_delivery_at timestamptz, free_shipping boolean not null default false,
  freight_minor bigint not null default 0, buyer_id text collate "C" not null, recorded_at timestamptz not null default now(),
  primary key (shop_id, order_id)
);
create index shop_order_newest on orders.shop_order (shop_id, created_at desc, order_id desc);
create index shop_order_buyer on orders.shop_order (shop_id, buyer_id, created_at desc);
select database.raise_fence('orders.shop_order');

create table orders.item (
  shop_id text not null, order_id text collate "C" not null, line_id text collate "C" not null, position int not null,
  product_id text not null, sku text, title text, quantity int not null check (quantity > 0),
  paid_minor bigint not null check (paid_minor >= 0), freight_minor bigint not null default 0 check (freight_minor >= 0),
  promised_ship_at timestamptz,
  primary key (shop_id, order_id, line_id)
);
select database.raise_fence('orders.item');

create table orders.payment (
  shop_id text not null, order_id text collate "C" not null, payment_id text collate "C" not null, position int not null,
  provider text not null, method text, paid_minor bigint not null check (paid_minor >= 0), paid_at timestamptz,
  primary key (shop_id, order_id, payment_id)
);
select database.raise_fence('orders.payment');

create table orders.shipment (
  shop_id text not null, order_id text collate "C" not null, shipment_id text collate "C" not null, position int not null,
  carrier text, waybill text collate "C", shipped_at timestamptz, promised_at timestamptz, delivered_at timestamptz,
  lines jsonb not null default '[]', last_code text, last_scan_at timestamptz,
  primary key (shop_id, order_id, shipment_id)
);
create index shipment_waybill on orders.shipment (shop_id, waybill);
select database.raise_fence('orders.shipment');
