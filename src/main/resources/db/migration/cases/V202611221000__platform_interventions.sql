-- The marketplace steps into a case and decides it; its latest word, one row a case.
create table cases.intervention (
  case_number   text primary key references cases.case_file (number),
  shop_id       text not null,
  source        text not null,
  external_id   text not null,
  version       text not null,
  step          text not null check (step in ('STEPPED_IN', 'DECIDED')),
  deadline      timestamptz,
  verdict       text check (verdict in ('BUYER', 'SELLER')),
  paid_minor    bigint,
  paid_currency text,
  words         text,
  told_at       timestamptz not null,
  check ((step = 'DECIDED') = (verdict is not null)),
  check ((paid_minor is null) = (paid_currency is null)),
  check ((verdict = 'BUYER') is not true or paid_minor is not null)
);
select database.raise_fence('cases.intervention');
