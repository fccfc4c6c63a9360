create schema sla;

-- Public days of a jurisdiction, from its official notice; a shop's own days go before them.
create table sla.public_day (
  jurisdiction text not null,
  day          date not null,
  working      boolean not null,
  name         text not null,
  source       text not null,
  provisional  boolean not null default false,
  primary key (jurisdiction, day)
);

-- Working hours of a weekday (1 Monday … 7 Sunday); several spans a day leave room for lunch. '24:00' closes at midnight.
create table sla.calendar_hours (
  shop_id text     not null,
  weekday smallint not null check (weekday between 1 and 7),
  opens   time     not null,
  closes  time     not null,
  primary key (shop_id, weekday, opens),
  check (closes > opens)
);
select database.raise_fence('sla.calendar_hours');

-- A shop's own day off or make-up day.
create table sla.calendar_day (
  shop_id text    not null,
  day     date    not null,
  working boolean not null,
  name    text    not null,
  source  text    not null,
  primary key (shop_id, day)
);
select database.raise_fence('sla.calendar_day');

-- A promise about time of one case. remaining_ms is kept while it stands still.
create table sla.clock (
  id           bigint generated always as identity primary key,
  shop_id      text not null,
  case_number  text not null,
  kind         text not null,
  started_at   timestamptz not null,
  due_at       timestamptz not null,
  paused_at    timestamptz,
  remaining_ms bigint,
  reason       text,
  stopped_at   timestamptz,
  check ((paused_at is null) = (remaining_ms is null)),
  check (paused_at is null or stopped_at is null)
);
create unique index clock_one_running on sla.clock (case_number, kind) where stopped_at is null;
create index clock_of_case on sla.clock (case_number);
select database.raise_fence('sla.clock');

-- What happened to a clock: a pause cannot be forgotten.
create table sla.clock_move (
  id          bigint generated always as identity primary key,
  shop_id     text not null,
  clock_id    bigint not null references sla.clock (id),
  at          timestamptz not null,
  move        text not null check (move in ('START', 'MOVE', 'PAUSE', 'RESUME', 'STOP')),
  due_at      timestamptz,
  reason      text,
  who         text not null
);
create index clock_move_of_clock on sla.clock_move (clock_id);
select database.raise_fence('sla.clock_move');
select database.append_only('sla.clock_move');
