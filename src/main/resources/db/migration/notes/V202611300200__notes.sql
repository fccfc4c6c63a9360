create schema notes;

-- What colleagues tell each other about a case; never changed afterwards and never shown to a buyer.
create table notes.note (
  id          bigint generated always as identity primary key,
  case_number text not null,
  shop_id     text not null,
  text        text not null,
  by_id       bigint not null,
  by_name     text not null,
  at          timestamptz not null
);
create index note_of_case on notes.note (case_number, id desc);
select database.raise_fence('notes.note');
select database.append_only('notes.note');

-- Who was called on, for what, and whether they have looked.
create table notes.mention (
  id          bigint generated always as identity primary key,
  shop_id     text not null,
  case_number text not null,
  person_id   bigint not null,
  reason      text not null check (reason in ('NOTE', 'HANDED', 'ANSWER', 'OVERDUE', 'WITHDRAWN')),
  note_id     bigint references notes.note (id),
  task_id     text,
  words_zh    text not null,
  words_en    text not null,
  by_name     text not null,
  at          timestamptz not null,
  read_at     timestamptz
) with (fillfactor = 85);
create index mention_of_person on notes.mention (person_id, id desc);
create index mention_unread on notes.mention (person_id, id desc) where read_at is null;
select database.raise_fence('notes.mention');

-- Words begun to a buyer or to colleagues, one draft a case and kind, so that they survive reload, another browser and handing over.
create table notes.draft (
  case_number text not null,
  kind        text not null check (kind in ('message', 'note')),
  shop_id     text not null,
  data        jsonb not null,
  by_id       bigint not null,
  by_name     text not null,
  saved_at    timestamptz not null,
  primary key (case_number, kind)
) with (fillfactor = 70);
select database.raise_fence('notes.draft');
