-- Which of the marketplace's givings in a case stand in the money book already, each as a decision of its own.
create table returns.market_gave (
  case_number text not null references returns.return_request (case_number),
  shop_id     text not null,
  source      text not null,
  external_id text not null,
  seq         int not null check (seq > 0),
  primary key (case_number, source, external_id)
);
select database.raise_fence('returns.market_gave');
