-- Each played provider tells in its own way; the first column knew two only.
alter table sandbox.notice add column teller text not null default 'sandbox';
update sandbox.notice set teller = 'alipay' where form;
alter table sandbox.notice drop column form;

-- What buyers paid through the played WeChat Pay and the played Stripe; refunds and money stand in the played bank's books.
create table sandbox.trade (
  house text not null check (house in ('wechat', 'stripe')),
  trade_no text not null,
  name text not null,
  total bigint not null check (total > 0),
  currency char(3) not null,
  paid_at timestamptz not null default now(),
  primary key (house, trade_no),
  unique (house, name)
);

-- Stripe remembers what it said under a key, faults of its own included.
create table sandbox.stripe_said (
  key text primary key,
  form text not null,
  status int not null,
  body text not null,
  at timestamptz not null default now()
);

create table sandbox.stripe_hook (
  id text primary key,
  url text not null,
  secret text not null,
  enabled boolean not null default true,
  at timestamptz not null default now()
);

create table sandbox.stripe_file (
  id text primary key,
  bytes bytea not null,
  at timestamptz not null default now()
);

create table sandbox.stripe_dispute (
  id text primary key,
  payment_no text not null,
  charge text not null,
  amount bigint not null check (amount > 0),
  currency char(3) not null,
  reason text not null,
  bank_reason text not null,
  status text not null,
  due_by timestamptz,
  submissions int not null default 0,
  evidence jsonb not null default '{}',
  created_at timestamptz not null default now()
);
create index stripe_dispute_due on sandbox.stripe_dispute (due_by) where due_by is not null;

-- What a dispute took from the merchant's balance, and gave back.
create table sandbox.stripe_balance (
  id bigint generated always as identity primary key,
  dispute_id text not null references sandbox.stripe_dispute,
  amount bigint not null,
  fee bigint not null,
  currency char(3) not null,
  at timestamptz not null default now()
);
create index stripe_balance_dispute on sandbox.stripe_balance (dispute_id);
