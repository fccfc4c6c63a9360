-- What buyers paid through the played Alipay; its refunds and its money stand in the played bank's books under the seller's id.
create table sandbox.alipay_trade (
  out_trade_no text primary key,
  trade_no text not null unique,
  total bigint not null check (total > 0),
  paid_at timestamptz not null default now()
);

-- Alipay tells by form, not by JSON.
alter table sandbox.notice add column form boolean not null default false;
