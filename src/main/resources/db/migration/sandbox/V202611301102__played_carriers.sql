-- Parcels as the played carriers know them, and who wants to hear of each.
create table sandbox.carrier_parcel (
  waybill text primary key,
  com text not null,
  phone text,
  callback text, salt text, status text not null default 'polling',
  at timestamptz not null default now(), asked_at timestamptz
);
create table sandbox.carrier_scan (
  waybill text not null references sandbox.carrier_parcel,
  n int not null,
  at timestamptz not null,
  context text not null, code text not null, area text,
  primary key (waybill, n)
);

-- Work orders as the played carriers keep them; paid_minor is what they gave in the end.
create table sandbox.work_order (
  id bigint generated always as identity (start with 1001) primary key,
  waybill text not null,
  com text not null,
  second_type int not null,
  value_minor bigint,
  content text not null,
  reference text,
  attachments int not null default 0,
  callback text, msg_callback text,
  outcome text check (outcome in ('AGREE','PART','DENY','ASK','CHASED','FAIL')),
  paid_minor bigint,
  at timestamptz not null default now(), answered_at timestamptz
);
create index work_order_reference on sandbox.work_order (reference);
create index work_order_open on sandbox.work_order (id) where outcome is null;
create table sandbox.work_order_reply (
  order_id bigint not null references sandbox.work_order,
  n int generated always as identity,
  ours boolean not null,
  content text not null,
  at timestamptz not null default now(),
  primary key (order_id, n)
);

-- What the played carriers transferred: their settlement statement.
create table sandbox.carrier_payment (
  claim_no bigint primary key,
  reference text,
  com text not null,
  amount_minor bigint not null check (amount_minor > 0),
  currency char(3) not null,
  paid_at timestamptz not null default now()
);
