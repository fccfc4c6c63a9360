create schema carriers;

-- Parcels we follow; state is what the newest scan left them in.
create table carriers.parcel (
  shop_id text not null,
  carrier text collate "C" not null,
  waybill text collate "C" not null check (length(waybill) between 1 and 64),
  phone_tail text check (phone_tail ~ '^[0-9]{4}$'),
  state text not null default 'UNKNOWN' check (state in
    ('UNKNOWN','NOT_PICKED','MOVING','DELIVERING','AT_POINT','SIGNED','PROBLEM','RETURNING','RETURNED','CUSTOMS','REFUSED','LOST')),
  last_scan_at timestamptz,
  source text, followed_at timestamptz, asked_at timestamptz, note text,
  since timestamptz not null default now(),
  primary key (shop_id, carrier, waybill)
);
create index parcel_waybill on carriers.parcel (shop_id, waybill);
select database.raise_fence('carriers.parcel');

-- Each scan once, whoever told it and however often.
create table carriers.scan (
  shop_id text not null,
  carrier text collate "C" not null,
  waybill text collate "C" not null,
  scan_key text collate "C" not null,
  at timestamptz not null,
  seq bigint generated always as identity,
  place text, words text not null, code text not null, source text not null,
  recorded_at timestamptz not null default now(),
  primary key (shop_id, carrier, waybill, scan_key)
);
create index scan_newest on carriers.scan (shop_id, carrier, waybill, at desc, seq desc);
select database.raise_fence('carriers.scan');

-- What we ask of carriers, under the asker's own number. CHECK: it may have left the house; a person looks before anybody sends again.
create table carriers.request (
  number text collate "C" primary key,
  shop_id text not null,
  case_number text not null,
  carrier text collate "C" not null,
  waybill text collate "C" not null,
  kind text not null check (kind in ('CHASE','INTERCEPT','CLAIM','APPEAL')),
  minor bigint check (minor >= 0), currency char(3),
  words text not null,
  channel text not null check (channel in ('WORK_ORDER','MAIL','PORTAL')),
  state text not null check (state in ('NEW','SENDING','SENT','BY_HAND','CHECK','ANSWERED')),
  reference text, verdict text, note text,
  at timestamptz not null default now(), first_sent_at timestamptz, sent_at timestamptz, changed_at timestamptz not null default now(),
  check ((minor is null) = (currency is null))
);
create index request_case on carriers.request (case_number, at);
create index request_waybill on carriers.request (shop_id, waybill);
create index request_for_people on carriers.request (at, number) where state in ('BY_HAND', 'CHECK', 'SENT');
select database.raise_fence('carriers.request');

create table carriers.answer (
  number text collate "C" not null references carriers.request,
  shop_id text not null,
  verdict text not null check (verdict in ('RECEIVED','AGREED','PART','DENIED','ASKS_MORE','FAILED')),
  reference text collate "C" not null,
  minor bigint check (minor >= 0), currency char(3), words text not null,
  at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (number, verdict, reference)
);
select database.raise_fence('carriers.answer');
