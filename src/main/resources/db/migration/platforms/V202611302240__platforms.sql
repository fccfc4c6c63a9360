create schema platforms;

-- What marketplaces keep about our orders, as they last told us; seq counts what we were told of one matter, looked_at is when we last began to ask.
create table platforms.matter (
  shop_id text not null,
  platform text not null,
  id text collate "C" not null check (length(id) between 1 and 200),
  sort text not null check (sort in ('REFUND','RETURN','EXCHANGE','REPAIR','RESHIP','DISPUTE','REVIEW')),
  order_id text, line_id text,
  state text not null check (state in ('ASKED','WAITS_FOR_GOODS','GOODS_BACK','WAITS_FOR_SHIPMENT','WAITS_FOR_BUYER','UNDER_REVIEW','DONE','CLOSED')),
  step text not null check (step in ('NONE','ASKED_FOR','STEPPED_IN','EVIDENCE','DECIDED_BUYER','DECIDED_SELLER','DECIDED','APPEAL','WITHDRAWN')),
  word text not null,
  version text not null,
  minor bigint check (minor >= 0), currency char(3),
  reason_code text, reason_text text,
  deadline timestamptz,
  allows text[] not null,
  may_not_zh text, may_not_en text,
  grounds jsonb not null default '[]',
  modified_at timestamptz not null,
  hash bytea not null,
  seq int not null default 1,
  told_at timestamptz not null default now(),
  looked_at timestamptz,
  primary key (shop_id, id),
  check ((minor is null) = (currency is null))
);
create index matter_order on platforms.matter (shop_id, order_id, modified_at desc);
create index matter_watched on platforms.matter (platform, coalesce(looked_at, told_at)) where sort = 'REVIEW';
select database.raise_fence('platforms.matter');

-- Up to when a feed was read without a gap, and how much time is read at once.
create table platforms.mark (
  shop_id text not null,
  platform text not null,
  feed text not null,
  up_to timestamptz not null,
  span_seconds int not null default 1296000 check (span_seconds > 0),
  read_at timestamptz,
  note text,
  primary key (shop_id, platform, feed)
);
select database.raise_fence('platforms.mark');

-- Each word that something changed, pushed or polled, once for ever: a reason to ask. PARKED: a person sees why it was not taken.
create table platforms.hint (
  id bigint generated always as identity primary key,
  shop_id text not null,
  platform text not null,
  event text collate "C" not null,
  feed text not null,
  matter text not null,
  source text not null check (source in ('PUSH', 'POLL')),
  body bytea,
  state text not null default 'NEW' check (state in ('NEW', 'DONE', 'PARKED')),
  reason text,
  received_at timestamptz not null default now(),
  unique (shop_id, platform, event)
);
create index hint_parked on platforms.hint (id desc) where state = 'PARKED';
select database.raise_fence('platforms.hint');

-- What goes on to the letterbox; PARKED: it was refused there, and a person sees why.
create table platforms.letter (
  id bigint generated always as identity primary key,
  shop_id text not null,
  platform text not null,
  kind text not null,
  matter text not null,
  body jsonb not null,
  state text not null default 'NEW' check (state in ('NEW', 'DONE', 'PARKED')),
  reason text,
  at timestamptz not null default now()
);
create index letter_waiting on platforms.letter (shop_id, matter, id) where state = 'NEW';
create index letter_parked on platforms.letter (id desc) where state = 'PARKED';
select database.raise_fence('platforms.letter');

-- What we ask of marketplaces, under the asker's own number; typed is the code of a text message until it was used.
create table platforms.request (
  number text collate "C" primary key,
  shop_id text not null,
  case_number text not null,
  platform text,
  kind text not null,
  matter text collate "C" not null,
  seen text,
  minor bigint check (minor >= 0), currency char(3),
  reason text, words text,
  more jsonb not null default '{}',
  state text not null check (state in ('NEW','SENDING','CODE','BY_HAND','DONE','REFUSED','CHANGED')),
  code text, said_zh text, said_en text, reference text, typed text,
  at timestamptz not null default now(), sent_at timestamptz, changed_at timestamptz not null default now(),
  check ((minor is null) = (currency is null))
);
create index request_case on platforms.request (case_number, at);
create index request_matter on platforms.request (shop_id, matter);
create index request_to_send on platforms.request (shop_id, platform, kind, at, number) where state = 'NEW';
create index request_for_people on platforms.request (at, number) where state in ('CODE', 'BY_HAND');
select database.raise_fence('platforms.request');

-- The path word by which a marketplace's pushes name our shop.
create table platforms.hook (
  platform text not null,
  shop_id text not null,
  token text collate "C" not null unique check (length(token) >= 32),
  primary key (platform, shop_id)
);
select database.raise_fence('platforms.hook');

-- Whoever renews a shop's permission holds the lease; trouble: it cannot be renewed and a person must give it again.
create table platforms.permission (
  shop_id text not null,
  platform text not null,
  expires_at timestamptz,
  renewed_at timestamptz,
  lease_until timestamptz,
  trouble text,
  primary key (shop_id, platform)
);
select database.raise_fence('platforms.permission');
