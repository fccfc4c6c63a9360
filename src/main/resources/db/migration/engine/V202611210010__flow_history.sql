create schema engine;

-- The audit of the flow: one row a commit and root instance, no personal data. Grows without end, hence by month.
create table engine.flow_event (
  at timestamptz not null default clock_timestamp(),
  id uuid not null,
  root text,
  case_number text,
  definition text,
  who text,
  events jsonb not null,
  primary key (at, id)
) partition by range (at);
create index flow_event_case on engine.flow_event (case_number, at);
create index flow_event_time on engine.flow_event using brin (at);
select database.by_month('engine.flow_event');
select database.append_only('engine.flow_event');
comment on table engine.flow_event is 'what happened in the flow: activities, answers, tasks, decisions with the rows that hit, failures';
comment on column engine.flow_event.root is 'id of the outermost process instance; empty for a decision asked outside of a process';
comment on column engine.flow_event.definition is 'id of the definition that spoke first in this commit';
comment on column engine.flow_event.who is 'login of the person who acted; empty for the engine itself';
