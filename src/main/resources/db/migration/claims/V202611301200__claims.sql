create schema claims;

-- A claim against a carrier for one parcel and fault; turn counts matters that came back after the first one had ended in another case.
create table claims.claim (
  id            bigint generated always as identity primary key,
  shop_id       text not null,
  claim_no      text collate "C" not null unique,
  case_number   text not null,
  carrier       text collate "C" not null,
  waybill       text collate "C" not null check (length(waybill) between 1 and 64),
  fault         text not null check (fault in ('DELAY','DELAY_RUINED','LOST','DAMAGED','PART_DAMAGED','SHORT','FALSE_SIGNATURE',
                                               'UNAUTHORISED_DROP','SECURITY_SEIZED')),
  turn          int not null,
  region        text not null default '',
  state         text not null default 'OPEN' check (state in ('OPEN','FILED','MORE_ASKED','TO_DECIDE','COMPLAINED','AGREED','PAID',
                                                              'WRITTEN_OFF','DROPPED')),
  currency      char(3) not null,
  loss          bigint not null check (loss > 0),
  goods_value   bigint not null check (goods_value >= loss),
  declared      bigint check (declared >= 0),
  freight       bigint check (freight >= 0),
  claimed       bigint check (claimed >= 0),
  agreed        bigint not null default 0 check (agreed >= 0),
  received      bigint not null default 0 check (received >= 0),
  written_off   bigint not null default 0 check (written_off >= 0),
  limit_off     boolean not null default false,
  shipper_fault boolean not null default false,
  rule          text, ground text, complaint boolean not null default false, contract bigint,
  filings       int not null default 0,
  reference     text,
  complaint_no  text,
  outcome       text,
  conflict      boolean not null default false,
  posted_at     timestamptz, discovered_at timestamptz not null, file_by timestamptz, filed_at timestamptz, answer_by timestamptz,
  answered_at   timestamptz, pay_by timestamptz, complain_by timestamptz, authority_by timestamptz, due_at timestamptz,
  opened_at     timestamptz not null, closed_at timestamptz,
  opened_by     text not null,
  unique (shop_id, carrier, waybill, fault, turn),
  check ((state in ('PAID','WRITTEN_OFF','DROPPED')) = (closed_at is not null)),
  check (filings = 0 or filed_at is not null)
) with (fillfactor = 80);
create unique index claim_open on claims.claim (shop_id, carrier, waybill, fault) where closed_at is null;
create index claim_case on claims.claim (case_number, id);
create index claim_waybill on claims.claim (shop_id, carrier, waybill);
create index claim_reference on claims.claim (shop_id, carrier, reference) where reference is not null;
create index claim_state on claims.claim (state, id desc);
create index claim_due on claims.claim (due_at, id) where closed_at is null;
select database.raise_fence('claims.claim');

-- What was laid before the carrier, as it was then: a file of the case by its bytes' hash, or a snapshot of our own.
create table claims.paper (
  claim_no      text collate "C" not null references claims.claim (claim_no),
  shop_id       text not null,
  n             int not null,
  filing        int not null,
  origin        text not null check (origin in ('EVIDENCE','TRACE','ORDER','PACKING')),
  evidence_id   uuid,
  name          text not null,
  media_type    text not null,
  size          bigint not null,
  sha256        char(64) not null,
  snapshot      text,
  frozen_at     timestamptz not null,
  primary key (claim_no, n),
  check ((evidence_id is null) = (snapshot is not null))
);
select database.raise_fence('claims.paper');
select database.append_only('claims.paper');

-- Each time we went to the carrier: the claim, its appeal, more evidence; by hand where a person typed it into a portal.
create table claims.filing (
  number        text collate "C" primary key,
  claim_no      text collate "C" not null references claims.claim (claim_no),
  shop_id       text not null,
  n             int not null,
  kind          text not null check (kind in ('CLAIM','APPEAL','SUPPLEMENT')),
  channel       text not null check (channel in ('WORK_ORDER','MAIL','PORTAL')),
  amount        bigint not null, currency char(3) not null,
  words         text not null,
  at            timestamptz not null,
  by_login      text not null,
  unique (claim_no, n)
);
select database.raise_fence('claims.filing');
select database.append_only('claims.filing');

-- What the carrier said, each thing once. A payment without a word is an answer too, and so is the authority's.
create table claims.answer (
  id            bigint generated always as identity primary key,
  number        text collate "C" not null,
  claim_no      text collate "C" not null references claims.claim (claim_no),
  shop_id       text not null,
  verdict       text not null check (verdict in ('RECEIVED','AGREED','PART','DENIED','ASKS_MORE','FAILED')),
  source        text not null check (source in ('CARRIER','PAYMENT','AUTHORITY')),
  reference     text collate "C" not null,
  amount        bigint check (amount >= 0), currency char(3),
  words         text not null,
  at            timestamptz not null,
  heard_at      timestamptz not null,
  unique (number, verdict, reference, source)
);
create index answer_claim on claims.answer (claim_no, id);
select database.raise_fence('claims.answer');
select database.append_only('claims.answer');

-- What people decided about a claim, with their reason.
create table claims.decision (
  id            bigint generated always as identity primary key,
  claim_no      text collate "C" not null references claims.claim (claim_no),
  shop_id       text not null,
  what          text not null,
  reason        text not null,
  by_login      text not null,
  at            timestamptz not null
);
create index decision_claim on claims.decision (claim_no, id);
select database.raise_fence('claims.decision');
select database.append_only('claims.decision');

-- The lines of carriers' statements: the only thing that makes money count as received.
create table claims.receipt (
  id            bigint generated always as identity primary key,
  shop_id       text not null,
  carrier       text collate "C" not null,
  line_id       text collate "C" not null,
  kind          text not null check (kind in ('PAYMENT','REVERSAL')),
  reverses      text collate "C",
  amount        bigint not null check (amount > 0), currency char(3) not null,
  named         text, reference text, waybill text, words text,
  paid_at       timestamptz not null,
  taken_at      timestamptz not null,
  state         text not null check (state in ('OPEN','BOOKED','DISMISSED')),
  claim_no      text collate "C" references claims.claim (claim_no),
  matched_by    text, matched_at timestamptz, note text,
  unique (shop_id, carrier, line_id),
  check ((state = 'BOOKED') = (claim_no is not null)),
  check ((kind = 'REVERSAL') = (reverses is not null))
);
create index receipt_claim on claims.receipt (claim_no, id);
create index receipt_open on claims.receipt (id) where state = 'OPEN';
create index receipt_reversed on claims.receipt (shop_id, carrier, reverses) where reverses is not null;
select database.raise_fence('claims.receipt');

-- The money book of claims: what is owed and what came in are two accounts; each movement sums to zero.
create table claims.ledger_entry (
  seq           bigint generated always as identity primary key,
  shop_id       text not null,
  txn_id        text collate "C" not null,
  account       text not null,
  amount        bigint not null check (amount <> 0),
  currency      char(3) not null,
  kind          text not null,
  claim_no      text collate "C" not null,
  at            timestamptz not null default now(),
  unique (txn_id, account)
);
create index ledger_entry_claim on claims.ledger_entry (claim_no, seq);
select database.raise_fence('claims.ledger_entry');
select database.append_only('claims.ledger_entry');

create function claims.ledger_balances() returns trigger language plpgsql as $$
begin
  if exists (select 1 from claims.ledger_entry where txn_id = new.txn_id group by currency having sum(amount) <> 0) then
    raise exception 'ledger transaction % does not sum to zero', new.txn_id using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger ledger_balances after insert on claims.ledger_entry
  deferrable initially deferred for each row execute function claims.ledger_balances();

create function claims.ledger_is_written_once() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger is only added to' using errcode = 'restrict_violation';
end $$;
create trigger ledger_is_written_once before update or delete or truncate on claims.ledger_entry
  for each statement execute function claims.ledger_is_written_once();
