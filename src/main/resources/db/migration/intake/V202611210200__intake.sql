create schema intake;

-- Every version of everything ever told to us: a repeat finds itself here.
create table intake.known (
  shop_id text not null, source text not null, kind text not null, external_id text not null, version text not null,
  primary key (shop_id, source, kind, external_id, version)
) partition by hash (external_id);
create table intake.known_0 partition of intake.known for values with (modulus 4, remainder 0);
create table intake.known_1 partition of intake.known for values with (modulus 4, remainder 1);
create table intake.known_2 partition of intake.known for values with (modulus 4, remainder 2);
create table intake.known_3 partition of intake.known for values with (modulus 4, remainder 3);
select database.raise_fence('intake.known');

-- The newest version of each thing. rank sorts versions (instants and numbers); null where the content is the version.
create table intake.latest (
  shop_id text not null, source text not null, kind text not null, external_id text not null,
  version text not null, rank text collate "C",
  primary key (shop_id, source, kind, external_id)
) with (fillfactor = 90);
select database.raise_fence('intake.latest');

-- The raw messages. PARKED: the room that should take it failed. OVERTAKEN: a newer one came while it was parked.
create table intake.message (
  at timestamptz not null default now(), id bigint generated always as identity,
  shop_id text not null, source text not null, kind text not null, external_id text not null, version text not null,
  body jsonb not null,
  state text not null default 'TAKEN' check (state in ('TAKEN', 'PARKED', 'OVERTAKEN')),
  error text, tries int not null default 1,
  primary key (at, id)
) partition by range (at);
create index message_parked on intake.message (id) where state = 'PARKED';
select database.raise_fence('intake.message');
select database.by_month('intake.message');
