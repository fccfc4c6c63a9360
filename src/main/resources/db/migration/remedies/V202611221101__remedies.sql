-- Remedies that may be offered in a case, by what they cost the seller; made anew each time they are ranked.
create table remedies.option (
  case_number text not null,
  shop_id text not null,
  code text not null,
  remedy text not null,
  amount_rule text not null,
  place int not null check (place > 0),
  cost bigint not null check (cost >= 0),
  gets bigint check (gets > 0),
  least bigint,
  most bigint,
  currency char(3) not null,
  needs_review boolean not null,
  ground_zh text not null,
  ground_en text not null,
  primary key (case_number, code),
  check (least <= most)
);
select database.raise_fence('remedies.option');

-- What was offered to the buyer, at most one offer open a case; a choice is made once.
create table remedies.offer (
  id bigint generated always as identity primary key,
  case_number text not null,
  shop_id text not null,
  state text not null check (state in ('OPEN','CHOSEN','SILENT','WITHDRAWN')),
  lines jsonb not null,
  offered_by text not null,
  offered_at timestamptz not null,
  answer_by timestamptz,
  reminders int not null default 0,
  chosen text,
  chosen_by text check (chosen_by in ('BUYER','AGENT')),
  chosen_at timestamptz,
  recorder text,
  note text,
  check ((state = 'CHOSEN') = (chosen is not null and chosen_by is not null and chosen_at is not null))
);
create unique index offer_open on remedies.offer (case_number) where state = 'OPEN';
create index offer_case on remedies.offer (case_number, id);
select database.raise_fence('remedies.offer');

-- What a shop reckons with when it weighs remedies and freights; without a row the defaults count.
create table remedies.terms (
  shop_id text primary key,
  freight bigint not null check (freight >= 0),
  goods_percent int not null check (goods_percent between 0 and 100),
  resale_percent int not null check (resale_percent between 0 and 100),
  return_cost_told boolean not null,
  freight_insured boolean not null,
  full_freight_promised boolean not null,
  promised_times int not null check (promised_times between 0 and 100)
);
select database.raise_fence('remedies.terms');
