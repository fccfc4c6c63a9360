create schema notifications;

-- What buyers were told or are to be told; the key is case, template, buyer and the state it speaks of.
create table notifications.message (
  key text primary key,
  shop_id text not null,
  case_number text not null,
  template text not null,
  language text not null,
  buyer_id text not null,
  order_id text not null,
  email text,
  words jsonb not null,
  state text not null default 'NEW' check (state in ('NEW', 'SENT', 'SKIPPED')),
  channel text,
  note text,
  created_at timestamptz not null default now(),
  ended_at timestamptz
);
create index message_case on notifications.message (case_number);
create index message_buyer on notifications.message (shop_id, buyer_id, ended_at) where state = 'SENT';
select database.raise_fence('notifications.message');
