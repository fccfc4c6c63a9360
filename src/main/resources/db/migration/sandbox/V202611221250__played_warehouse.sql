-- What the played warehouse was told, once a number; a repeat only counts.
create table sandbox.warehouse_notice (
  kind text not null,
  number text not null,
  client text not null,
  case_number text,
  order_id text,
  body jsonb not null,
  times int not null default 1,
  at timestamptz not null default now(),
  primary key (kind, number)
);
create index warehouse_notice_case on sandbox.warehouse_notice (case_number, at desc);
create index warehouse_notice_order on sandbox.warehouse_notice (order_id, at desc);

-- What the played buyers sent back.
create table sandbox.returned_parcel (
  waybill text primary key,
  return_no text not null,
  case_number text not null,
  order_id text not null,
  how text not null,
  at timestamptz not null default now()
);
