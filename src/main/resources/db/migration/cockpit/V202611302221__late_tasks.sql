-- Tasks finished after they were due, one row each, so that a figure can name its cases; counted anew from the history there is.
create table cockpit.late_task (
  id          bigint generated always as identity primary key,
  shop_id     text not null,
  at          timestamptz not null,
  due_at      timestamptz not null,
  case_number text not null,
  kind        text not null,
  model       integer not null,
  activity    text not null
);
create index late_task_newest on cockpit.late_task (shop_id, at desc, id desc);
select database.raise_fence('cockpit.late_task');
update cockpit.reader set rebuild = true;
