-- What a marketplace gave the buyer of itself, request by request: a case may hold several, and each is given once.
create table cases.given (
  case_number text not null references cases.case_file (number),
  shop_id     text not null,
  source      text not null,
  external_id text not null,
  minor       bigint not null check (minor >= 0),
  currency    text not null,
  told_at     timestamptz not null,
  primary key (case_number, source, external_id)
);
select database.raise_fence('cases.given');
