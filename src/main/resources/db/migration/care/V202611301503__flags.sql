-- Remarks with a flag for the seller's side of the marketplace, frozen until it has taken or refused each.
create table care.flag (
  number      text collate "C" primary key,
  shop_id     text not null,
  case_number text collate "C" not null,
  order_id    text collate "C" not null,
  colour      text not null check (colour in ('RED', 'YELLOW', 'GREEN', 'BLUE', 'PURPLE')),
  memo        text not null,
  state       text not null default 'NEW' check (state in ('NEW', 'SET', 'REFUSED', 'NOBODY', 'BY_HAND')),
  code        text,
  written_at  timestamptz not null,
  ended_at    timestamptz,
  check ((state = 'NEW') = (ended_at is null))
);
create index flag_of_case on care.flag (case_number);
select database.raise_fence('care.flag');
