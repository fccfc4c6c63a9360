create schema if not exists sandbox;

-- The played payment provider's own books; no shop of ours owns them. A number stands twice only when the provider
-- was told to ignore repeats.
create table sandbox.refund (
  refund_id text primary key,
  merchant text not null,
  refund_no text not null,
  payment_no text not null,
  amount bigint not null check (amount > 0),
  currency char(3) not null,
  reason text not null,
  notify_url text not null,
  status text not null check (status in ('UNSEEN', 'PROCESSING', 'SUCCESS', 'CLOSED', 'ABNORMAL')),
  becomes text check (becomes in ('SUCCESS', 'CLOSED')),
  due_at timestamptz,
  created_at timestamptz not null default now(),
  ended_at timestamptz
);
create index sandbox_refund_number on sandbox.refund (merchant, refund_no);
create index sandbox_refund_payment on sandbox.refund (merchant, payment_no);
create index sandbox_refund_due on sandbox.refund (due_at) where due_at is not null;

-- What the provider really moved: the only witness for "paid once".
create table sandbox.money_log (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  merchant text not null,
  payment_no text not null,
  refund_no text not null,
  refund_id text not null,
  amount bigint not null,
  currency char(3) not null
);
create index sandbox_money_log_number on sandbox.money_log (refund_no);
create index sandbox_money_log_day on sandbox.money_log (merchant, at);
select database.append_only('sandbox.money_log');

create table sandbox.notice (
  id bigint generated always as identity primary key,
  url text not null,
  body text not null,
  send_at timestamptz not null,
  tries int not null default 0,
  sent boolean not null default false
);
create index sandbox_notice_due on sandbox.notice (send_at) where not sent;

-- How badly the provider behaves: a chance for each fault, drawn from the seed, and plans for single payments.
create table sandbox.fault_setting (
  single boolean primary key default true check (single),
  setting jsonb not null
);
create table sandbox.fault_plan (
  payment_no text not null,
  visit int not null,
  fault text not null,
  primary key (payment_no, visit)
);
create table sandbox.visit (
  refund_no text primary key,
  visits int not null
);

-- What buyers read in the played marketplace's chat.
create table sandbox.buyer_message (
  key text primary key,
  at timestamptz not null default now(),
  shop text not null,
  order_no text not null,
  buyer text not null,
  subject text not null,
  text text not null
);
create index sandbox_buyer_message_order on sandbox.buyer_message (order_no);
create index sandbox_buyer_message_at on sandbox.buyer_message (at desc);
