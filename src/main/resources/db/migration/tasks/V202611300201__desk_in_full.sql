-- Tags of the case (risk flags and the buyer's tier), who handed the task over and why, and until when its holder put it aside.
alter table tasks.work_item
  add column tags           text[] not null default '{}',
  add column handed_by      text,
  add column handed_reason  text,
  add column handed_at      timestamptz,
  add column snoozed_until  timestamptz,
  add column wake_on_answer boolean not null default false;
create index work_item_snoozed on tasks.work_item (snoozed_until) where snoozed_until is not null;

-- Tasks handed from one person or team to another; the newest of a task can be taken back while nobody has touched the task.
create table tasks.transfer (
  id             bigint generated always as identity primary key,
  shop_id        text not null,
  task_id        text not null,
  case_number    text not null,
  task           text not null,
  from_person    bigint,
  from_login     text,
  from_team      text not null,
  to_person      bigint,
  to_name        text,
  to_team        text not null,
  reason         text not null,
  by_id          bigint not null,
  by_name        text not null,
  at             timestamptz not null,
  revision_after integer not null,
  undone_at      timestamptz
);
create index transfer_of_task on tasks.transfer (task_id, id desc);
select database.raise_fence('tasks.transfer');

-- Lists people made for themselves or, as a lead, for a team: where, and the words of the address. No shop's rows, hence no fence.
create table tasks.saved_view (
  id         bigint generated always as identity primary key,
  screen     text not null check (screen in ('desk', 'cases')),
  name       text not null,
  search     jsonb not null,
  owner_id   bigint not null,
  owner_name text not null,
  team       text,
  created_at timestamptz not null
);
create unique index saved_view_name on tasks.saved_view (owner_id, screen, name);
create index saved_view_of_team on tasks.saved_view (team) where team is not null;
