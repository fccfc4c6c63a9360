create schema backups;

-- Backups that were asked for on the page, told by every node. One at a time; who makes it says so every second, and whoever
-- has not done so for half a minute is no longer there. No fence: it names no shop.
create table backups.run (
  name text primary key,
  begun_by text not null,
  began timestamptz not null,
  state text not null check (state in ('RUNNING', 'DONE', 'FAILED')),
  step text not null,
  done bigint not null,
  total bigint not null,
  fault text,
  seen timestamptz not null default now()
);
create unique index run_one_at_a_time on backups.run (state) where state = 'RUNNING';
