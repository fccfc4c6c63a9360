-- What sellers remarked at the played marketplace, under their own numbers.
create table sandbox.seller_memo (
  number   text primary key,
  client   text not null,
  order_no text not null,
  flag     integer not null,
  memo     text not null,
  times    integer not null default 1,
  at       timestamptz not null default now()
);
create index seller_memo_of_order on sandbox.seller_memo (order_no);
