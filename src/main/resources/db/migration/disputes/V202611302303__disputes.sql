create schema disputes;

-- A platform's intervention, a claim or a chargeback, one row a case; the truth the process dispute points at.
create table disputes.dispute (
  case_number text primary key,
  shop_id text not null,
  order_id text,
  buyer_id text,
  products text[] not null default '{}',
  matter text collate "C" not null,
  platform text not null,
  kind text not null check (kind in ('PLATFORM','CHARGEBACK','INQUIRY','A_TO_Z','PAYPAL')),
  reason text not null,
  words text,
  currency char(3) not null,
  amount bigint not null check (amount >= 0),
  withheld bigint not null default 0 check (withheld >= 0),
  returned bigint not null default 0 check (returned >= 0),
  lost bigint not null default 0 check (lost >= 0),
  fee bigint not null default 0 check (fee >= 0),
  due_at timestamptz not null, due_told boolean not null, warn_at timestamptz not null, alarm_at timestamptz not null,
  state text not null default 'OPEN' check (state in ('OPEN','ANSWERING','ANSWERED','DEFAULTED','DECIDED','ENDED')),
  round int not null default 1,
  strategy text, strategy_ground text, past_decided int not null default 0, past_won int not null default 0,
  position text check (position in ('ACCEPT','CONTEST')), position_note text, decided_by text, second_by text, sent_back text,
  statement text, incomplete text, gathered_by text,
  verdict text check (verdict in ('WON','LOST','PART')), verdict_words text, verdict_at timestamptz, appeal_by timestamptz,
  outcome text,
  opened_at timestamptz not null, answered_at timestamptz, closed_at timestamptz,
  changed_at timestamptz not null default now()
) with (fillfactor = 80);
create index dispute_past on disputes.dispute (shop_id, platform, reason) where verdict is not null and position = 'CONTEST';
create index dispute_order on disputes.dispute (shop_id, order_id);
create index dispute_matter on disputes.dispute (shop_id, matter);
create index dispute_due on disputes.dispute (due_at, case_number) where state in ('OPEN','ANSWERING');
select database.raise_fence('disputes.dispute');

-- What a person put to an item of the checklist: files of the case, or words.
create table disputes.item (
  case_number text not null references disputes.dispute,
  shop_id text not null,
  code text not null,
  evidence jsonb not null default '[]',
  words text,
  by_login text not null,
  at timestamptz not null,
  primary key (case_number, code)
);
select database.raise_fence('disputes.item');

-- A pack as it was made for one round: the PDF and the manifest of everything in the ZIP, by hash. Sent at most once.
create table disputes.pack (
  pack_no text collate "C" primary key,
  case_number text not null references disputes.dispute,
  shop_id text not null,
  round int not null,
  turn int not null,
  pdf bytea not null,
  pdf_sha256 char(64) not null,
  manifest jsonb not null,
  zip_sha256 char(64) not null,
  incomplete text,
  made_by text not null,
  made_at timestamptz not null,
  unique (case_number, round, turn)
);
select database.raise_fence('disputes.pack');
select database.append_only('disputes.pack');

-- Each time we answered the platform: acceptance, evidence or appeal; one a round goes out.
create table disputes.answer_sent (
  number text collate "C" primary key,
  case_number text not null references disputes.dispute,
  shop_id text not null,
  round int not null,
  what text not null check (what in ('ACCEPT','EVIDENCE','APPEAL')),
  pack_no text collate "C" references disputes.pack,
  by_hand boolean not null,
  approved_by text,
  state text not null check (state in ('SENT','DONE','REFUSED','CHANGED','NEEDS_PERSON')),
  reference text, said text,
  sent_at timestamptz not null, settled_at timestamptz
);
create unique index answer_once on disputes.answer_sent (case_number, round) where state in ('SENT','DONE','NEEDS_PERSON');
create index answer_of_case on disputes.answer_sent (case_number);
select database.raise_fence('disputes.answer_sent');

-- What people said at the desk about it, never changed.
create table disputes.answer (
  id bigint generated always as identity primary key,
  shop_id text not null,
  case_number text not null references disputes.dispute,
  task text not null,
  answer text not null,
  note text,
  by_login text not null,
  at timestamptz not null
);
create index answer_dispute on disputes.answer (case_number, id);
select database.raise_fence('disputes.answer');
select database.append_only('disputes.answer');

-- The money book of disputes: what is withheld, came back, was lost or cost a fee; each movement sums to zero.
create table disputes.ledger_entry (
  seq bigint generated always as identity primary key,
  shop_id text not null,
  txn_id text collate "C" not null,
  account text not null,
  amount bigint not null check (amount <> 0),
  currency char(3) not null,
  kind text not null,
  case_number text not null references disputes.dispute,
  at timestamptz not null default now(),
  unique (txn_id, account)
);
create index ledger_case on disputes.ledger_entry (case_number, seq);
select database.raise_fence('disputes.ledger_entry');
select database.append_only('disputes.ledger_entry');

create function disputes.ledger_balances() returns trigger language plpgsql as $$
begin
  if exists (select 1 from disputes.ledger_entry where txn_id = new.txn_id group by currency having sum(amount) <> 0) then
    raise exception 'ledger transaction % does not sum to zero', new.txn_id using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger ledger_balances after insert on disputes.ledger_entry
  deferrable initially deferred for each row execute function disputes.ledger_balances();
