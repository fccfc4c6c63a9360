-- A clock that ran out is told to the rooms once.
alter table sla.clock add column told_at timestamptz;
create index clock_running_out on sla.clock (due_at) where stopped_at is null and paused_at is null and told_at is null;
create index clock_running_of_kind on sla.clock (kind, due_at) where stopped_at is null and paused_at is null;
