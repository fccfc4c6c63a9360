create schema care;

-- What a shop promises about shipping and pays when it breaks it; the newest row whose time has come counts, and only orders
-- paid since the first one are watched. Null amounts mean what the table says.
create table care.promise_terms (
  shop_id       text not null,
  valid_from    timestamptz not null,
  rule_set      text not null check (rule_set in ('TAOBAO', 'TAOBAO_2015', 'TMALL', 'INTERNAL', 'NONE')),
  promise_hours integer not null check (promise_hours between 0 and 2160),
  warn_hours    integer not null check (warn_hours between 0 and 240),
  late_percent  integer check (late_percent between 0 and 100),
  late_min      bigint check (late_min >= 0),
  late_max      bigint check (late_max >= 0),
  short_percent integer check (short_percent between 0 and 100),
  short_min     bigint check (short_min >= 0),
  short_max     bigint check (short_max >= 0),
  payer         text not null check (payer in ('SHOP', 'PLATFORM')),
  auto_most     bigint not null check (auto_most >= 0),
  confirm_cod   boolean not null,
  set_by        text not null,
  set_at        timestamptz not null,
  primary key (shop_id, valid_from)
);
select database.raise_fence('care.promise_terms');

-- What goes on about an order before it arrives; heard holds what its process was told, news the last of it.
create table care.matter (
  case_number text collate "C" primary key,
  shop_id     text not null,
  order_id    text collate "C" not null,
  kind        text not null check (kind in ('LATE', 'EXCEPTION', 'CHANGE', 'COD')),
  state       text not null check (state in ('OPEN', 'ENDED')),
  due_at      timestamptz,
  excuse      text not null default 'NONE' check (excuse in ('NONE', 'BUYER_LATER', 'BUYER_CHANGED', 'FORCE_MAJEURE')),
  news        text,
  heard       text[] not null default '{}',
  facts       jsonb not null default '{}',
  opened_at   timestamptz not null,
  ended_at    timestamptz,
  check ((state = 'ENDED') = (ended_at is not null))
) with (fillfactor = 85);
create index matter_open on care.matter (shop_id, kind, opened_at) where state = 'OPEN';
create index matter_of_order on care.matter (shop_id, order_id, kind);
create index matter_newest on care.matter (shop_id, kind, opened_at desc, case_number desc);
select database.raise_fence('care.matter');

-- Compensation for a broken promise, once for each order and event.
create table care.compensation (
  shop_id      text not null,
  order_id     text collate "C" not null,
  event        text not null check (event in ('LATE', 'OUT_OF_STOCK', 'FAKE', 'REFUSES')),
  case_number  text collate "C" not null,
  buyer_id     text collate "C",
  rule_set     text not null,
  percent      integer not null,
  amount_minor bigint not null check (amount_minor > 0),
  currency     char(3) not null,
  payer        text not null check (payer in ('SHOP', 'PLATFORM')),
  state        text not null check (state in ('OWED', 'PAID', 'PAID_OTHERWISE', 'DENIED', 'DEDUCTED')),
  owed_at      timestamptz not null,
  primary key (shop_id, order_id, event)
);
create index compensation_of_buyer on care.compensation (shop_id, buyer_id, owed_at);
create index compensation_of_case on care.compensation (case_number);
select database.raise_fence('care.compensation');

-- Money of a case on its way: one refund and one compensation at most; seq is the decision's number at payments.
create table care.payout (
  case_number  text collate "C" not null,
  seq          integer not null,
  shop_id      text not null,
  order_id     text collate "C" not null,
  kind         text not null check (kind in ('CANCEL', 'COMPENSATION')),
  amount_minor bigint not null check (amount_minor >= 0),
  currency     char(3) not null,
  role         text,
  approver     text,
  note         text,
  state        text not null check (state in ('AGREED', 'DENIED', 'PAID', 'OTHERWISE')),
  opened_at    timestamptz not null,
  primary key (case_number, seq),
  unique (case_number, kind)
);
select database.raise_fence('care.payout');
