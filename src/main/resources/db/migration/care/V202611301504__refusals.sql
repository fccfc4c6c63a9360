-- Parcels paid at the door that buyers did not take, or said they would not: whose doing it was and what it cost.
create table care.refusal (
  case_number text collate "C" primary key,
  shop_id     text not null,
  order_id    text collate "C" not null,
  buyer_id    text collate "C",
  stage       text not null check (stage in ('CALL', 'DOOR')),
  reason      text not null,
  carriers    boolean not null,
  freight     bigint not null default 0 check (freight >= 0),
  note        text not null,
  at          timestamptz not null
);
create index refusal_of_buyer on care.refusal (shop_id, buyer_id, at);
select database.raise_fence('care.refusal');
