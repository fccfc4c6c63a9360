create schema repairs;

-- What a buyer told of missing pieces, an empty parcel or wrong goods, and how it stands; one row a case.
create table repairs.shortage (
  case_number text primary key,
  shop_id text not null,
  order_id text not null,
  currency char(3) not null,
  state text not null check (state in ('LOOKING','ASKED','DECIDED','REFUNDED','REFUSED','WITHDRAWN','PLATFORM_CLOSED','PLATFORM_PAID')),
  claim text not null check (claim in ('SHORT','EMPTY','WRONG')),
  answer_by timestamptz not null,
  escalate_at timestamptz not null,
  -- what the table found, and what a person found after it
  found_party text, basis text,
  party text check (party in ('WAREHOUSE','CARRIER','SUPPLIER','UNPROVED','UNCLEAR')),
  asked_at timestamptz, evidence_until timestamptz,
  remedy text check (remedy in ('reship','refund','exchange','refuse','settled')),
  pieces jsonb not null default '{}',
  amount bigint check (amount > 0),
  words text, note text,
  decided_by text, decided_roles text not null default '',
  why text,
  changed_at timestamptz not null default now(),
  check (state <> 'REFUSED' or decided_by is not null)
);
create index shortage_order on repairs.shortage (shop_id, order_id);
select database.raise_fence('repairs.shortage');

-- Every answer a person gave on the way, never changed.
create table repairs.answer (
  id bigint generated always as identity primary key,
  case_number text not null,
  shop_id text not null,
  task text not null,
  answer text not null,
  data jsonb not null,
  evidence text[] not null default '{}',
  person_id bigint not null,
  person text not null,
  at timestamptz not null default now()
);
create index answer_case on repairs.answer (case_number, id);
select database.raise_fence('repairs.answer');
select database.append_only('repairs.answer');

-- What a supplier, a carrier or our own warehouse owes for it; pursued beside the buyer's remedy.
create table repairs.recovery (
  case_number text not null,
  shop_id text not null,
  party text not null check (party in ('WAREHOUSE','CARRIER','SUPPLIER')),
  name text not null,
  waybill text,
  amount bigint not null check (amount > 0),
  currency char(3) not null,
  reason text not null,
  state text not null default 'OPEN' check (state in ('OPEN','SETTLED','DROPPED')),
  at timestamptz not null,
  primary key (case_number, party, name)
);
create index recovery_open on repairs.recovery (shop_id, at) where state = 'OPEN';
select database.raise_fence('repairs.recovery');
