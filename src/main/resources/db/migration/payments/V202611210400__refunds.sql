create schema payments;

-- What a buyer paid and what of it is promised or given back; the row itself stops an over-refund.
create table payments.paid_order (
  shop_id text not null,
  provider text not null,
  payment_id text not null,
  order_id text not null,
  currency char(3) not null,
  captured bigint not null check (captured >= 0),
  reserved bigint not null default 0 check (reserved >= 0),
  refunded bigint not null default 0 check (refunded >= 0),
  primary key (shop_id, provider, payment_id),
  check (reserved + refunded <= captured)
);
create index paid_order_order on payments.paid_order (shop_id, order_id);
select database.raise_fence('payments.paid_order');

-- A decision is born once, in the transaction that decides. Four eyes: three names, all different.
create table payments.decision (
  shop_id text not null,
  case_number text not null,
  seq int not null check (seq > 0),
  order_id text not null,
  amount bigint not null check (amount > 0),
  currency char(3) not null,
  reason text not null,
  requested_by text not null,
  approved_by text not null check (approved_by <> requested_by),
  approved2_by text check (approved2_by <> requested_by and approved2_by <> approved_by),
  parts int not null check (parts > 0),
  at timestamptz not null default now(),
  primary key (shop_id, case_number, seq)
);
create index decision_case on payments.decision (case_number, seq desc);
select database.raise_fence('payments.decision');
select database.append_only('payments.decision');

-- One part a payment it touches; the refund number is born here, one a generation.
create table payments.part (
  shop_id text not null,
  case_number text not null,
  seq int not null,
  part int not null check (part >= 0),
  generation int not null default 0 check (generation >= 0),
  refund_no text not null unique check (refund_no ~ '^R[A-Z2-7]{25}g[0-9]+$' and length(refund_no) <= 64),
  provider text not null,
  payment_id text not null,
  amount bigint not null check (amount > 0),
  decided_by text not null,
  at timestamptz not null default now(),
  primary key (shop_id, case_number, seq, part, generation),
  foreign key (shop_id, case_number, seq) references payments.decision,
  foreign key (shop_id, provider, payment_id) references payments.paid_order
);
create index part_case on payments.part (case_number, seq, part);
select database.raise_fence('payments.part');
select database.append_only('payments.part');

create table payments.refund (
  refund_no text primary key references payments.part (refund_no),
  shop_id text not null,
  case_number text not null,
  seq int not null,
  part int not null,
  generation int not null,
  order_id text not null,
  provider text not null,
  payment_id text not null,
  amount bigint not null check (amount > 0),
  currency char(3) not null,
  request text not null,
  state text not null check (state in
    ('REQUESTED','SENT','PROCESSING','SUCCEEDED','REJECTED','CLOSED','ABNORMAL','RETURNED')),
  provider_refund_id text,
  sends int not null default 0,
  first_sent timestamptz,
  last_sent timestamptz,
  settled_at timestamptz,
  settled_by text,
  heard boolean not null default false,
  approved_by text not null,
  approved2_by text,
  created_at timestamptz not null default now(),
  unique (shop_id, case_number, seq, part, generation)
) with (fillfactor = 80);
create unique index refund_one_live on payments.refund (shop_id, case_number, seq, part)
  where state not in ('REJECTED', 'CLOSED');
create index refund_case on payments.refund (case_number, seq, part);
create index refund_order on payments.refund (shop_id, order_id);
create index refund_open on payments.refund (created_at) where state in ('REQUESTED','SENT','PROCESSING','ABNORMAL');
create index refund_unheard on payments.refund (settled_at)
  where not heard and state in ('SUCCEEDED','REJECTED','CLOSED');
create index refund_settled_day on payments.refund (provider, settled_at) where state = 'SUCCEEDED';
select database.raise_fence('payments.refund');

create table payments.ledger_entry (
  seq bigint generated always as identity primary key,
  shop_id text not null,
  txn_id text not null,
  account text not null,
  amount bigint not null check (amount <> 0),
  currency char(3) not null,
  kind text not null,
  ref text not null,
  at timestamptz not null default now(),
  unique (ref, kind, account)
);
create index ledger_entry_txn on payments.ledger_entry (txn_id);
select database.raise_fence('payments.ledger_entry');
select database.append_only('payments.ledger_entry');

create function payments.ledger_balances() returns trigger language plpgsql as $$
begin
  if exists (select 1 from payments.ledger_entry where txn_id = new.txn_id group by currency having sum(amount) <> 0) then
    raise exception 'ledger transaction % does not sum to zero', new.txn_id using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger ledger_balances after insert on payments.ledger_entry
  deferrable initially deferred for each row execute function payments.ledger_balances();

create function payments.ledger_is_written_once() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger is only added to' using errcode = 'restrict_violation';
end $$;
create trigger ledger_is_written_once before update or delete or truncate on payments.ledger_entry
  for each statement execute function payments.ledger_is_written_once();

-- What contradicts itself or found nobody waiting; a person looks at each.
create table payments.alarm (
  id bigint generated always as identity primary key,
  shop_id text not null,
  refund_no text not null,
  case_number text not null,
  kind text not null check (kind in ('CONFLICT','NOBODY_WAITED','MANY_SENDS','ABNORMAL','RETURNED','NO_PROVIDER','TOO_OLD','DUPLICATE_THEIRS','AMOUNT_DIFF')),
  detail text not null,
  at timestamptz not null default now(),
  unique (refund_no, kind)
);
select database.raise_fence('payments.alarm');
select database.append_only('payments.alarm');
