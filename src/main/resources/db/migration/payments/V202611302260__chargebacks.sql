-- A notice speaks of a refund or of a dispute; the column keeps its first name.
alter table payments.inbox add column topic text not null default 'REFUND' check (topic in ('REFUND', 'DISPUTE', 'NOTHING_OF_OURS'));

-- A payment that a buyer's bank takes back, as its provider last told it; in one shop only, whoever's notice came first.
create table payments.chargeback (
  provider text not null,
  dispute_id text not null check (length(dispute_id) <= 200),
  shop_id text not null,
  payment_id text,
  other_id text,
  status text not null check (status in ('INQUIRY', 'INQUIRY_UNDER_REVIEW', 'INQUIRY_CLOSED', 'NEEDS_RESPONSE', 'UNDER_REVIEW', 'WON', 'LOST',
    'PREVENTED', 'OTHER')),
  word text not null,
  reason text,
  bank_reason text,
  amount bigint not null check (amount >= 0),
  currency char(3) not null,
  due_by timestamptz,
  past_due boolean not null,
  submissions int not null check (submissions >= 0),
  opened_at timestamptz not null,
  seen_at timestamptz not null default now(),
  primary key (provider, dispute_id)
);
create index chargeback_payment on payments.chargeback (shop_id, provider, payment_id);
create index chargeback_page on payments.chargeback (shop_id, opened_at desc, dispute_id);
create index chargeback_open on payments.chargeback (provider, seen_at)
  where status in ('INQUIRY', 'INQUIRY_UNDER_REVIEW', 'NEEDS_RESPONSE', 'UNDER_REVIEW', 'OTHER');
select database.raise_fence('payments.chargeback');

-- What a dispute moved on our balance: below zero withheld, above zero returned; the fee apart. Booked in the ledger in the same breath.
create table payments.chargeback_move (
  provider text not null,
  move_id text not null,
  dispute_id text not null,
  shop_id text not null,
  amount bigint not null,
  fee bigint not null,
  currency char(3) not null,
  at timestamptz not null,
  primary key (provider, move_id),
  foreign key (provider, dispute_id) references payments.chargeback
);
create index chargeback_move_dispute on payments.chargeback_move (provider, dispute_id);
select database.raise_fence('payments.chargeback_move');
select database.append_only('payments.chargeback_move');

-- What we ask of the provider about it; the asker's number is the one it is known by, here and there.
create table payments.chargeback_request (
  number text primary key check (number ~ '^[A-Za-z0-9-]{1,40}$'),
  shop_id text not null,
  case_number text not null,
  provider text not null,
  dispute_id text not null,
  verb text not null check (verb in ('DRAFT', 'SUBMIT', 'ACCEPT')),
  sends int not null default 0,
  asked_people boolean not null default false,
  verdict text check (verdict in ('DONE', 'REFUSED')),
  code text,
  created_at timestamptz not null default now(),
  settled_at timestamptz,
  foreign key (provider, dispute_id) references payments.chargeback
);
create index chargeback_request_dispute on payments.chargeback_request (provider, dispute_id, created_at);
create index chargeback_request_case on payments.chargeback_request (case_number);
select database.raise_fence('payments.chargeback_request');
