create schema cockpit;

-- Waiting times are kept by buckets, four to a doubling of the seconds, so that any days and shops can be laid together.
create function cockpit.bucket(seconds double precision) returns smallint language sql immutable parallel safe
  return least(127, floor(4 * ln(greatest(seconds, 1)) / ln(2) + 1e-9))::smallint;

-- How far the flow's history was read: everything up to (at, id) is counted, each row once. One row; who holds it reads.
create table cockpit.reader (
  single       boolean primary key default true check (single),
  at           timestamptz not null default '-infinity',
  id           uuid not null default '00000000-0000-0000-0000-000000000000',
  oldest_at    timestamptz,
  read_to      timestamptz,
  looked_at    timestamptz,
  counted_at   timestamptz,
  rebuild      boolean not null default true
);
insert into cockpit.reader default values;
comment on column cockpit.reader.oldest_at is 'the oldest row of the history when reading began: an older one means that history was put in behind';
comment on column cockpit.reader.rebuild is 'set it, and everything is counted anew from the rows there are';

-- Process definitions and their steps, with the words people know them by.
create table cockpit.model (
  id          integer generated always as identity primary key,
  definition  text not null unique,
  process     text not null,
  deployment  text,
  hash        text,
  version     integer,
  name_zh     text,
  name_en     text,
  deployed_at timestamptz
);
create index model_process on cockpit.model (process);
create index model_deployment on cockpit.model (deployment);
create table cockpit.node (
  model    integer not null references cockpit.model (id),
  activity text not null,
  type     text not null,
  name_zh  text,
  name_en  text,
  calls    text,
  primary key (model, activity)
);

-- Where cases wait now: one row a token that entered a step and has not left it.
create table cockpit.waiting (
  instance    text primary key,
  shop_id     text not null,
  case_number text not null,
  kind        text not null,
  model       integer not null,
  activity    text not null,
  entered_at  timestamptz not null
) with (autovacuum_vacuum_scale_factor = 0.05);
create index waiting_step on cockpit.waiting (activity, entered_at, instance);
create index waiting_since on cockpit.waiting (entered_at, instance);
select database.raise_fence('cockpit.waiting');

create table cockpit.step_now (
  shop_id  text not null,
  kind     text not null,
  model    integer not null,
  activity text not null,
  waiting  integer not null,
  stuck    integer not null,
  oldest   timestamptz not null,
  primary key (model, activity, shop_id, kind)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.05);
select database.raise_fence('cockpit.step_now');

create table cockpit.step_hour (
  model     integer not null,
  shop_id   text not null,
  at        timestamptz not null,
  activity  text not null,
  entered   integer not null,
  ended     integer not null,
  cancelled integer not null,
  late      integer not null,
  primary key (model, shop_id, at, activity)
) partition by range (at);
select database.by_month('cockpit.step_hour');
select database.raise_fence('cockpit.step_hour');

create table cockpit.step_hour_wait (
  model    integer not null,
  shop_id  text not null,
  at       timestamptz not null,
  activity text not null,
  bucket   smallint not null,
  n        integer not null,
  primary key (model, shop_id, at, activity, bucket)
) partition by range (at);
select database.by_month('cockpit.step_hour_wait');
select database.raise_fence('cockpit.step_hour_wait');

-- The same by the shop's own days, for longer looks.
create table cockpit.step_day (
  model     integer not null,
  shop_id   text not null,
  day       date not null,
  activity  text not null,
  entered   integer not null,
  ended     integer not null,
  cancelled integer not null,
  late      integer not null,
  primary key (model, shop_id, day, activity)
) with (fillfactor = 80);
select database.raise_fence('cockpit.step_day');

create table cockpit.step_day_wait (
  model    integer not null,
  shop_id  text not null,
  day      date not null,
  activity text not null,
  bucket   smallint not null,
  n        integer not null,
  primary key (model, shop_id, day, activity, bucket) include (n)
) with (fillfactor = 80);
select database.raise_fence('cockpit.step_day_wait');

-- Cases in whose flow a person completed a task; a closed case that is not here went through by itself.
create table cockpit.by_hand (
  case_number text primary key,
  shop_id     text not null
);
select database.raise_fence('cockpit.by_hand');

-- Days to be counted again from the rows themselves.
create table cockpit.dirty_day (
  shop_id text not null,
  day     date not null,
  primary key (shop_id, day)
);
select database.raise_fence('cockpit.dirty_day');

-- A day of a shop, by kind of case. "late": tasks finished after they were due, counted on the day they were finished;
-- "broken": promises of the case whose time ran out on that day.
create table cockpit.case_day (
  shop_id   text not null,
  day       date not null,
  kind      text not null,
  opened    integer not null default 0,
  reopened  integer not null default 0,
  closed    integer not null default 0,
  by_itself integer not null default 0,
  broken    integer not null default 0,
  late      integer not null default 0,
  primary key (shop_id, day, kind)
) with (fillfactor = 70);
select database.raise_fence('cockpit.case_day');

-- How long cases took, by kind and, under the kind '*', of all kinds together.
create table cockpit.case_time (
  shop_id text not null,
  day     date not null,
  kind    text not null,
  measure text not null check (measure in ('handled', 'answered')),
  bucket  smallint not null,
  n       integer not null,
  primary key (shop_id, kind, day, measure, bucket) include (n)
) with (fillfactor = 70);
create index case_time_day on cockpit.case_time (shop_id, day);
select database.raise_fence('cockpit.case_time');

-- Money given back as the ledger has it: refunds less what came back, in minor units of each currency.
create table cockpit.refund_day (
  shop_id  text not null,
  day      date not null,
  kind     text not null,
  currency char(3) not null,
  refunds  integer not null,
  returned integer not null,
  minor    bigint not null,
  primary key (shop_id, day, kind, currency)
) with (fillfactor = 70);
select database.raise_fence('cockpit.refund_day');

-- How the house stands at this moment, counted anew every few seconds so that no screen counts.
create table cockpit.now_count (
  shop_id      text not null,
  kind         text not null,
  tasks_late   integer not null default 0,
  tasks_soon   integer not null default 0,
  clocks_late  integer not null default 0,
  clocks_soon  integer not null default 0,
  failed       integer not null default 0,
  open         integer not null default 0,
  primary key (shop_id, kind)
) with (fillfactor = 70);
select database.raise_fence('cockpit.now_count');

-- What the counting of a day looks up in the rows themselves.
create index case_file_closed on cases.case_file (shop_id, closed_at) where closed_at is not null;
create index clock_due on sla.clock (shop_id, due_at);
create index clock_answered on sla.clock (shop_id, stopped_at) where kind = 'firstResponse' and stopped_at is not null;
create index ledger_entry_refunds on payments.ledger_entry (shop_id, at) where account = 'refunds';

-- What failures have in common once numbers, names and quotes are taken out: the cause they are grouped by.
create function cockpit.cause(told text) returns text language sql immutable parallel safe
  return left(regexp_replace(regexp_replace(left(coalesce(told, ''), 600),
    '"[^"]*"|''[^'']*''|R[A-Z2-7]{25}g[0-9]+|[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}|\m[A-Z]{2,6}-[0-9A-Za-z-]+', '…', 'g'), '[0-9]+', '#', 'g'), 200);

-- Jobs that failed at least once; the engine has no index for them.
create index cockpit_job_failing on public.act_ru_job (process_def_key_) where exception_stack_id_ is not null;

-- Somebody asked to try stopped things again: one row each, done one after the other in the background.
create table cockpit.retry (
  id          bigint generated always as identity primary key,
  group_key   text not null,
  title_zh    text not null,
  title_en    text not null,
  money       boolean not null,
  asked_by_id bigint not null,
  asked_by    text not null,
  asked_at    timestamptz not null,
  state       text not null default 'RUNNING' check (state in ('RUNNING', 'DONE')),
  done_at     timestamptz,
  lease_by    text,
  lease_until timestamptz
);
create index retry_running on cockpit.retry (id) where state = 'RUNNING';
create index retry_asked on cockpit.retry (asked_by_id, id desc);

create table cockpit.retry_row (
  retry       bigint not null references cockpit.retry (id),
  n           integer not null,
  source      text not null check (source in ('STEP', 'LETTER', 'EFFECT', 'EVENT', 'ALARM')),
  ref         text not null,
  shop_id     text not null,
  case_number text,
  state       text not null default 'WAITING' check (state in ('WAITING', 'DONE', 'FAILED', 'GONE')),
  told_zh     text,
  told_en     text,
  ended_at    timestamptz,
  primary key (retry, n)
);
create unique index retry_row_once on cockpit.retry_row (source, ref) where state = 'WAITING';
select database.raise_fence('cockpit.retry_row');
