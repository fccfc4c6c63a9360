create schema vault;

-- One data key an owner (a shop, or '*' for the house), wrapped under a master key that no table knows. No fence: it opens nothing.
create table vault.data_key (
  owner text primary key,
  master text not null,
  wrapped bytea not null,
  made_at timestamptz not null default now(),
  wrapped_at timestamptz not null default now()
);

-- What a shop must keep to itself, sealed under its data key; to be written and used, never shown.
create table vault.secret (
  shop_id text not null,
  place text not null check (place ~ '^[a-z][a-z-]{0,39}$'),
  field text not null check (field ~ '^[a-zA-Z]{1,40}$'),
  sealed text not null,
  hint text not null,
  set_by text not null,
  set_at timestamptz not null,
  primary key (shop_id, place, field)
);
select database.raise_fence('vault.secret');
