-- What proves something: the bytes stand in the evidence store under random names, here stands what they are.
create table cases.evidence (
  id            uuid primary key,
  case_number   text not null references cases.case_file (number),
  shop_id       text not null,
  name          text not null,
  type          text not null,
  size          bigint not null check (size > 0),
  sha256        text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  width         integer,
  height        integer,
  content_key   text not null unique,
  thumbnail_key text unique,
  by_id         bigint,
  by_login      text not null,
  at            timestamptz not null
);
create index evidence_of_case on cases.evidence (case_number, at);
create index evidence_of_day on cases.evidence (shop_id, at);
select database.raise_fence('cases.evidence');
