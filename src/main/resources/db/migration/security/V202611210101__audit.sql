-- One line a deed, written in the deed's own transaction; xid tells when it is safe to link it.
create table security.audit (
  seq bigint generated always as identity primary key,
  xid xid8 not null default pg_current_xact_id(),
  at timestamptz not null default clock_timestamp(),
  shop_id text not null,
  action text not null,
  object_kind text not null,
  object_id text not null,
  who_id bigint not null,
  who text not null,
  who_kind text not null,
  roles text not null,
  request_id text,
  address text,
  details jsonb not null
);
create index audit_to_seal on security.audit (xid, seq);
create index audit_object on security.audit (shop_id, object_kind, object_id, seq);
select database.raise_fence('security.audit');
-- A deed may be written down by anybody, also before the fence is known (a refused login); reading stays fenced.
create policy anybody_appends on security.audit for insert with check (true);
select database.append_only('security.audit');

-- The chain: place by place, without gaps, one chain a shop.
create table security.audit_seal (
  shop_id text not null,
  place bigint not null,
  seq bigint not null unique references security.audit,
  xid xid8 not null,
  hash bytea not null check (length(hash) = 32),
  sealed_at timestamptz not null default clock_timestamp(),
  primary key (shop_id, place)
);
create index audit_seal_last on security.audit_seal (xid, seq);
select database.raise_fence('security.audit_seal');
select database.append_only('security.audit_seal');

-- The text that is hashed: every column of the line, in PostgreSQL's own fixed order of jsonb keys.
create function security.audit_text(line security.audit) returns text language sql stable as $$
  select jsonb_build_object('seq', line.seq, 'at', to_char(line.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
    'shop', line.shop_id, 'action', line.action, 'kind', line.object_kind, 'object', line.object_id,
    'whoId', line.who_id, 'who', line.who, 'whoKind', line.who_kind, 'roles', line.roles,
    'request', line.request_id, 'address', line.address, 'details', line.details)::text;
$$;
