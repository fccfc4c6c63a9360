-- A repair: warranty, diagnosis, quote, work and what came of it; one row a case, the truth the process points at.
create table repairs.repair (
  case_number text primary key,
  shop_id text not null,
  order_id text not null,
  currency char(3) not null,
  place text not null default 'AT_BUYER' check (place in ('AT_BUYER','HERE','LOST','NOT_SENT','WRONG','SENT_BACK')),
  answer_by timestamptz not null,
  escalate_at timestamptz not null,
  cover text, cover_basis text,
  claim text, claim_basis text,
  wish text check (wish in ('REPAIR','EXCHANGE','REFUND','SOLVED')),
  proof text check (proof in ('ORDER','INVOICE','MISSING')),
  installed_on date,
  came_at timestamptz, repair_by timestamptz,
  found text check (found in ('FAULT','ABUSE','NONE')),
  abuse_proved boolean not null default false, main_part boolean not null default false, fault_words text,
  repairable boolean not null default true, waits_part boolean not null default false,
  late boolean not null default false, parts_late boolean not null default false,
  serial_in text, serial_out text, spare_serial text,
  failures int not null default 0 check (failures >= 0),
  repairs int not null default 0 check (repairs >= 0),
  fixed boolean not null default false,
  days_in_repair int not null default 0 check (days_in_repair >= 0),
  quote bigint check (quote > 0), quote_words text,
  quote_state text check (quote_state in ('OPEN','ACCEPTED','PAID','REFUSED','LAPSED')),
  quote_until timestamptz, reminders int not null default 0 check (reminders between 0 and 2),
  payment_reference text, payment_by text,
  instead text check (instead in ('EXCHANGE','REFUND','WAIT')),
  refund bigint check (refund > 0), refund_words text, refund_note text, refund_by text, refund_roles text not null default '',
  proved_by timestamptz,
  why text,
  ended text,
  changed_at timestamptz not null default now(),
  check (quote_state <> 'PAID' or payment_by is not null)
);
create index repair_order on repairs.repair (shop_id, order_id);
select database.raise_fence('repairs.repair');

-- What a repair cost us, written down when it was spent.
create table repairs.cost (
  id bigint generated always as identity primary key,
  case_number text not null,
  shop_id text not null,
  kind text not null check (kind in ('PARTS','LABOUR','FEE_BACK')),
  words text,
  amount bigint not null check (amount > 0),
  currency char(3) not null,
  by_login text not null,
  at timestamptz not null
);
create index cost_case on repairs.cost (case_number, id);
select database.raise_fence('repairs.cost');
select database.append_only('repairs.cost');

-- How many days the warranty of the whole machine and of its main parts lasts for a group of goods; a shop that set nothing has none of its own.
create table repairs.warranty_term (
  shop_id text not null,
  goods_group text not null check (goods_group in ('SEALED','ELECTRONICS','WORN','OTHER')),
  whole_days int not null check (whole_days between 0 and 7300),
  main_part_days int not null check (main_part_days between 0 and 7300),
  primary key (shop_id, goods_group)
);
select database.raise_fence('repairs.warranty_term');
