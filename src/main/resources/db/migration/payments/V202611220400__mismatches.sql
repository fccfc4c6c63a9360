-- Row level security holds for the owner too.
set local app.shops = '*';

-- A statement's day is the provider's own day; both providers that are fetched count days in Shanghai.
update payments.statement_line set day = (at at time zone 'Asia/Shanghai')::date where provider in ('alipay', 'sandbox');
update payments.recon_item i set day = l.day from payments.statement_line l
  where l.shop_id = i.shop_id and l.provider = i.provider and l.line_id = i.provider_line;
create index statement_line_day on payments.statement_line (shop_id, provider, day);
create index statement_line_unnamed on payments.statement_line (shop_id, provider, currency, amount) where refund_no is null;

-- A verdict that is no match is a question for one person: its case, the money held for it and its answer.
alter table payments.recon_item
  add column id bigint generated always as identity unique,
  add column basis text check (basis in ('NUMBER', 'AMOUNT_AND_TIME')),
  add column held bigint not null default 0,
  add column holder text check (holder in ('clearing', 'claims', 'corrections')),
  add column moves int not null default 0,
  add column case_number text,
  add column opened int not null default 0,
  add column answer text check (answer in ('explained', 'correction', 'claim')),
  add column answered_by text,
  add column confirmed_by text,
  add column resolved_at timestamptz,
  add column judged_at timestamptz not null default now(),
  add check (resolved_by in ('statement', 'explained', 'corrected')),
  add check ((holder is null) = (held = 0)),
  add check (confirmed_by is null or answered_by is not null);
update payments.recon_item set basis = 'NUMBER' where verdict in ('MATCH', 'AMOUNT_DIFF', 'DUPLICATE_THEIRS');
create index recon_item_page on payments.recon_item (id desc) where verdict <> 'MATCH';
create index recon_item_day on payments.recon_item (shop_id, provider, day, id);
create index recon_item_judged on payments.recon_item (judged_at);
create index recon_item_held on payments.recon_item (shop_id, provider) where holder is not null;
create unique index recon_item_case on payments.recon_item (case_number) where case_number is not null;
drop index payments.recon_item_open;
create index recon_item_open on payments.recon_item (id) where verdict <> 'MATCH' and resolved_by is null;

-- What people answered, each answer kept for ever.
create table payments.mismatch_answer (
  id bigint generated always as identity primary key,
  shop_id text not null,
  item bigint not null references payments.recon_item (id),
  answer text not null check (answer in ('explained', 'correction', 'claim', 'confirmed', 'sentBack')),
  note text not null check (length(note) between 1 and 1000),
  by_login text not null,
  at timestamptz not null default now()
);
create index mismatch_answer_item on payments.mismatch_answer (item, id);
select database.raise_fence('payments.mismatch_answer');
select database.append_only('payments.mismatch_answer');

-- The days whose statement was taken, of each account with a provider: a shop's own, or the house's (alipay).
alter table payments.bill_day rename to statement_day;
alter table payments.statement_day add column account text not null default 'house';
alter table payments.statement_day drop constraint bill_day_pkey;
alter table payments.statement_day add primary key (provider, account, day);

-- The figures of a day as they were last published; recomputed while its lines or answers still change.
create table payments.reconciliation_day (
  shop_id text not null,
  provider text not null,
  day date not null,
  currency char(3) not null,
  lines int not null,
  value bigint not null,
  matched bigint not null,
  mismatches int not null,
  open int not null,
  open_value bigint not null,
  refund_age_p99_s bigint not null,
  mismatch_age_p99_s bigint not null,
  unknown_over_hour int not null,
  statement_taken_at timestamptz,
  published_at timestamptz not null default now(),
  primary key (shop_id, provider, day, currency)
);
create index reconciliation_day_day on payments.reconciliation_day (day);
select database.raise_fence('payments.reconciliation_day');

-- The provider waits for our side (a top-up, a thaw): the same number is sent again, and a person is told.
alter table payments.alarm drop constraint alarm_kind_check;
alter table payments.alarm add constraint alarm_kind_check check (kind in ('CONFLICT', 'NOBODY_WAITED', 'MANY_SENDS', 'ABNORMAL',
  'RETURNED', 'NO_PROVIDER', 'TOO_OLD', 'HELD', 'DUPLICATE_THEIRS', 'AMOUNT_DIFF'));
