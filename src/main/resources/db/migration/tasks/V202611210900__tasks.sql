create schema tasks;

-- The open user tasks as the desk lists them, written in the engine's own transaction; the row goes when the task goes.
create table tasks.work_item (
  task_id            text collate "C" primary key,
  case_number        text not null,
  shop_id            text not null,
  task               text not null,
  title_zh           text not null,
  title_en           text not null,
  process            text not null,
  process_definition text not null,
  team               text not null,
  assignee           bigint,
  assignee_name      text,
  due_at             timestamptz not null default 'infinity',
  priority           integer not null,
  created_at         timestamptz not null,
  revision           integer not null default 1,
  kind               text not null,
  order_id           text,
  buyer              text,
  amount_minor       bigint,
  amount_currency    text,
  reason             text,
  due_soon           boolean not null default false,
  overdue            boolean not null default false,
  escalated          boolean not null default false,
  pending            boolean not null default false,
  check ((amount_minor is null) = (amount_currency is null))
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02,
        autovacuum_vacuum_cost_limit = 2000);

create index work_item_team_due on tasks.work_item (team, due_at, task_id);
create index work_item_team_priority on tasks.work_item (team, priority desc, due_at, task_id);
create index work_item_mine on tasks.work_item (assignee, due_at, task_id) where assignee is not null;
create index work_item_due on tasks.work_item (due_at, task_id);
create index work_item_case on tasks.work_item (case_number);
select database.raise_fence('tasks.work_item');

-- A submission between the agent's click and the completion in the engine. The input is dropped once it is filed or undone;
-- ended rows are kept some days to answer a second submission, then swept.
create table tasks.pending_decision (
  id          bigint generated always as identity primary key,
  shop_id     text not null,
  task_id     text not null,
  case_number text not null,
  task        text not null,
  who_id      bigint not null,
  who         jsonb not null,
  input       jsonb,
  state       text not null check (state in ('PENDING', 'DONE', 'UNDONE', 'REFUSED')),
  made_at     timestamptz not null,
  commits_at  timestamptz not null,
  attempts    integer not null default 0,
  ended_at    timestamptz,
  fault       text,
  check ((state = 'PENDING') = (input is not null)),
  check ((state = 'PENDING') = (ended_at is null))
) with (fillfactor = 85);

create unique index pending_decision_once on tasks.pending_decision (task_id) where state in ('PENDING', 'DONE');
create index pending_decision_due on tasks.pending_decision (commits_at) where state = 'PENDING';
create index pending_decision_ended on tasks.pending_decision (ended_at) where state <> 'PENDING';
select database.raise_fence('tasks.pending_decision');

-- What an agent has typed so far, one draft a task, so that it survives reload, crash and handing over.
create table tasks.draft (
  task_id     text primary key,
  shop_id     text not null,
  case_number text not null,
  data        jsonb not null,
  by_id       bigint not null,
  saved_at    timestamptz not null
) with (fillfactor = 70);
select database.raise_fence('tasks.draft');
