-- When a day's statement was last read to its end, days that are not over included.
create table payments.statement_look (
  provider text not null,
  account text not null,
  day date not null,
  at timestamptz not null default now(),
  primary key (provider, account, day)
);

-- What had not been sent when the backup was made may have been sent since: it counts as sent, so it is asked for first.
create function payments.restored(at timestamptz) returns void language sql as $$
  update payments.refund set state = 'SENT', first_sent = coalesce(first_sent, restored.at), last_sent = coalesce(last_sent, restored.at)
   where state = 'REQUESTED';
$$;

-- The payment a line speaks of, where the provider tells it.
alter table payments.statement_line add column payment_id text;
create index statement_line_payment on payments.statement_line (shop_id, provider, payment_id) where payment_id is not null;

-- A refund decided anew after a restore, and the number under which it had been paid in the time that was lost.
create table payments.found_again (
  lost_no text primary key,
  refund_no text not null unique references payments.refund (refund_no),
  shop_id text not null,
  at timestamptz not null default now()
);
select database.raise_fence('payments.found_again');
select database.append_only('payments.found_again');
