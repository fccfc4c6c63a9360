alter table carriers.parcel add column over_at timestamptz;
-- null: orders have not heard of it yet.
alter table carriers.scan add column told text check (told in ('TAKEN', 'REFUSED'));
create index scan_untold on carriers.scan (shop_id, carrier, waybill) where told is null;

-- The path word by which a service's pushes name our shop, and the salt it signs them with where it takes one.
create table carriers.hook (
  source text not null,
  shop_id text not null,
  token text collate "C" not null unique check (length(token) >= 32),
  salt text not null check (length(salt) = 32),
  primary key (source, shop_id)
);
select database.raise_fence('carriers.hook');

-- Genuine pushes as they came, each once for ever. PARKED: it cannot be filed, and a person sees why.
create table carriers.push (
  id bigint generated always as identity primary key,
  source text not null,
  shop_id text not null,
  event_id text collate "C" not null,
  body bytea not null,
  state text not null default 'NEW' check (state in ('NEW', 'DONE', 'PARKED')),
  reason text, waybill text,
  received_at timestamptz not null default now(),
  unique (source, shop_id, event_id)
);
create index push_parked on carriers.push (id desc) where state = 'PARKED';
select database.raise_fence('carriers.push');
