-- What the played carriers said, decided and paid, each word and each transfer by itself; a transfer may be taken back.
alter table sandbox.work_order_reply add column outcome text, add column minor bigint;
alter table sandbox.carrier_payment add column n int not null default 1, add column reverses int;
alter table sandbox.carrier_payment drop constraint carrier_payment_pkey, add primary key (claim_no, n);

-- Pictures that were uploaded for work orders.
create table sandbox.work_order_file (
  uri text primary key,
  name text not null,
  size bigint not null,
  sha256 text not null,
  at timestamptz not null default now()
);
alter table sandbox.work_order add column files text[] not null default '{}';
