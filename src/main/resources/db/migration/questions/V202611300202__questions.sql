create schema questions;

-- What one department asked another about a case, until when, and what came back.
create table questions.question (
  id              bigint generated always as identity primary key,
  shop_id         text not null,
  case_number     text not null,
  team            text not null,
  words           text not null,
  attached        jsonb not null,
  due_at          timestamptz not null,
  asked_by        bigint not null,
  asked_by_name   text not null,
  asked_at        timestamptz not null,
  state           text not null check (state in ('ASKED', 'ANSWERED', 'WITHDRAWN')),
  overdue_at      timestamptz,
  verdict         text check (verdict in ('YES', 'NO', 'PARTLY', 'UNKNOWN')),
  answer          text,
  proofs          jsonb,
  answered_by     bigint,
  answered_by_name text,
  ended_at        timestamptz,
  check ((state = 'ASKED') = (ended_at is null)),
  check ((state = 'ANSWERED') = (verdict is not null))
) with (fillfactor = 85);
create index question_of_case on questions.question (case_number, id desc);
select database.raise_fence('questions.question');
