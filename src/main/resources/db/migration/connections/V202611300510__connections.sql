create schema connections;

-- A shop's own account with a partner: what may be read stands here, what may not lies in the vault under the same place.
create table connections.connection (
  shop_id text not null,
  partner text not null check (partner ~ '^[a-z][a-z-]{0,39}$'),
  settings jsonb not null,
  in_use boolean not null,
  changed_by text not null,
  changed_at timestamptz not null,
  tested_at timestamptz,
  tested_by text,
  test_ok boolean,
  test_zh text,
  test_en text,
  primary key (shop_id, partner),
  check ((tested_at is null) = (test_ok is null))
);
select database.raise_fence('connections.connection');
