create schema reviews;

-- A bad review, one row a case; the truth the process negative-review points at. What the buyer wrote stands here as it was frozen.
create table reviews.review (
  case_number text primary key,
  shop_id text not null,
  order_id text not null,
  buyer_id text,
  review_id text collate "C" not null,
  score smallint, words text, written_at timestamptz not null, appended_at timestamptz, answered_at timestamptz,
  low text not null default '' check (low in ('','DESCRIPTION','SERVICE','LOGISTICS')),
  state text not null default 'OPEN' check (state in ('OPEN','ANALYSED','CAUSE','COMPLAINED','REPLIED','WATCHED','ENDED')),
  -- what the table proposed, and what a person found
  content text, proposed text, ground text,
  pattern text not null default '', pattern_words text,
  route text check (route in ('SOLVE','EXPLAIN','COMPLAIN','NOTHING')), cause text, category text, owner text, found text, found_by text,
  consent text check (consent in ('agrees','noAnswer','solved','refuses')), cause_case text,
  reply text, reply_no text collate "C" unique, reply_state text check (reply_state in ('WRITTEN','SENT','DONE','REFUSED','NONE')), reply_words text, replied_at timestamptz,
  outcome text,
  opened_at timestamptz not null,
  changed_at timestamptz not null default now()
) with (fillfactor = 80);
create index review_of_order on reviews.review (shop_id, order_id);
create index review_of_buyer on reviews.review (shop_id, buyer_id, written_at) where buyer_id is not null;
create index review_cause on reviews.review (cause_case) where cause_case is not null;
select database.raise_fence('reviews.review');

-- What was frozen when the review came, as it was then, by its hash.
create table reviews.paper (
  case_number text not null references reviews.review,
  shop_id text not null,
  n int not null,
  origin text not null check (origin in ('REVIEW','ORDER','TRACE','TALK','REFUNDS','PATTERN')),
  name text not null,
  media_type text not null,
  size bigint not null,
  sha256 char(64) not null,
  snapshot text not null,
  frozen_at timestamptz not null,
  primary key (case_number, n)
);
select database.raise_fence('reviews.paper');
select database.append_only('reviews.paper');

-- Each complaint about a review: its category, words and proof, and the platform's verdict with its reason.
create table reviews.complaint (
  complaint_no text collate "C" primary key,
  case_number text not null references reviews.review,
  shop_id text not null,
  n int not null check (n between 1 and 2),
  category text not null,
  words text not null,
  evidence jsonb not null default '[]',
  by_hand boolean not null,
  reference text,
  said text,
  filed_by text not null,
  filed_at timestamptz not null,
  verdict text check (verdict in ('UPHELD','REJECTED')), verdict_words text, verdict_at timestamptz,
  unique (case_number, n)
);
select database.raise_fence('reviews.complaint');

-- What people said at the desk about it, never changed.
create table reviews.answer (
  id bigint generated always as identity primary key,
  shop_id text not null,
  case_number text not null references reviews.review,
  task text not null,
  answer text not null,
  note text,
  by_login text not null,
  at timestamptz not null
);
create index answer_review on reviews.answer (case_number, id);
select database.raise_fence('reviews.answer');
select database.append_only('reviews.answer');
