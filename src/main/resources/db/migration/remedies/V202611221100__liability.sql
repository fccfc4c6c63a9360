create schema remedies;

-- Who is liable in a case and who pays the freights, as it stands now; known inside the house only.
create table remedies.liability (
  case_number text primary key,
  shop_id text not null,
  order_id text not null,
  state text not null check (state in ('WEIGHED','AWAITING_EVIDENCE','UNCLEAR','DETERMINED','SETTLED','WITHDRAWN')),
  reason_type text not null,
  party text check (party in ('SELLER','BUYER','CARRIER','WAREHOUSE','SUPPLIER','OPERATIONS','PLATFORM','UNCLEAR')),
  basis_zh text,
  basis_en text,
  outbound_payer text check (outbound_payer in ('SELLER','BUYER','INSURER')),
  return_payer text check (return_payer in ('SELLER','BUYER','INSURER')),
  replacement_payer text check (replacement_payer in ('SELLER','BUYER','INSURER')),
  found_by text,
  found_by_name text,
  evidence_asked_at timestamptz,
  changed_at timestamptz not null,
  check (state not in ('DETERMINED','SETTLED') or party is not null),
  check (state <> 'SETTLED' or (outbound_payer is not null and return_payer is not null))
);
select database.raise_fence('remedies.liability');

-- Every finding on the way, of the table or of a person, never changed.
create table remedies.finding (
  id bigint generated always as identity primary key,
  case_number text not null,
  shop_id text not null,
  party text not null,
  basis_zh text,
  basis_en text,
  note text,
  evidence text[] not null default '{}',
  person_id bigint not null,
  person text not null,
  at timestamptz not null
);
create index finding_case on remedies.finding (case_number, id);
select database.raise_fence('remedies.finding');
select database.append_only('remedies.finding');

-- What may be claimed back from somebody else than the buyer; the claim itself is made elsewhere.
create table remedies.recourse (
  id bigint generated always as identity primary key,
  case_number text not null,
  shop_id text not null,
  order_id text not null,
  party text not null check (party in ('SUPPLIER','CARRIER','WAREHOUSE')),
  name text not null,
  waybill text,
  amount bigint not null check (amount >= 0),
  currency char(3) not null,
  reason_zh text not null,
  reason_en text not null,
  state text not null check (state in ('OPEN','DROPPED')),
  at timestamptz not null,
  unique (case_number, party, name)
);
create index recourse_shop on remedies.recourse (shop_id, party, name) where state = 'OPEN';
select database.raise_fence('remedies.recourse');
