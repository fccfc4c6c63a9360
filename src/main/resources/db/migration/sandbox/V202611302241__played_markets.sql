-- What the played marketplaces keep, as they tell it: refunds, exchanges and reviews of Taobao; orders, returns, disputes and refunds of Shopify.
create table sandbox.market_thing (
  id bigint generated always as identity (start with 7300001) primary key,
  market text not null,
  shop text not null,
  kind text not null,
  name text not null unique,
  body jsonb not null,
  modified timestamptz not null
);
create index market_thing_list on sandbox.market_thing (market, shop, kind, modified desc, id desc);

-- Words in a refund's record.
create table sandbox.market_message (
  id bigint generated always as identity (start with 8800001) primary key,
  thing text not null,
  role text not null,
  content text not null,
  picture int,
  at timestamptz not null default now()
);
create index market_message_of on sandbox.market_message (thing, id);

-- The queue of words for sellers' machines: given out until they are confirmed.
create table sandbox.market_queue (
  id bigint generated always as identity (start with 5500001) primary key,
  shop text not null,
  topic text not null,
  content text not null,
  at timestamptz not null default now(),
  given_at timestamptz,
  confirmed boolean not null default false
);
create index market_queue_waiting on sandbox.market_queue (shop, id) where not confirmed;

-- What really happened by a seller's machine, each time it did: money that was given, refusals, submissions.
create table sandbox.market_deed (
  id bigint generated always as identity primary key,
  market text not null,
  shop text not null,
  thing text not null,
  deed text not null,
  minor bigint,
  at timestamptz not null default now()
);
create index market_deed_of on sandbox.market_deed (thing);

-- Remarks on orders, and permissions sellers gave; session null: it ran out.
create table sandbox.market_remark (
  market text not null,
  shop text not null,
  order_no text not null,
  flag text not null,
  memo text not null,
  times int not null default 1,
  primary key (market, shop, order_no)
);
create table sandbox.market_permission (
  shop text primary key,
  session text,
  renewal text not null
);
