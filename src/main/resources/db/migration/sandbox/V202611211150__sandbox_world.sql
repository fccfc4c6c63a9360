-- The day the demo shop was opened: its orders are made relative to it, so that a restart makes the same ones again.
create table sandbox.opening (sole boolean primary key default true check (sole), at timestamptz not null);

-- Requests of the sandbox's buyers, as the marketplace that the sandbox plays knows them.
create table sandbox.buyer_request (
  request_id text primary key,
  order_id   text not null,
  version    int not null default 1,
  status     text not null,
  body       jsonb not null,
  answer     jsonb,
  pushed_at  timestamptz not null default now()
);
create index buyer_request_recent on sandbox.buyer_request (pushed_at desc);
create index buyer_request_order on sandbox.buyer_request (order_id);
