-- Two indexes the engine lacks: completing a task looks for its sub-tasks, acquisition looks for due jobs.
create index afterflow_task_parent on public.act_ru_task (parent_task_id_);
create index afterflow_job_due on public.act_ru_job (duedate_);

-- Every process instance belongs to a case.
alter table public.act_ru_execution add constraint afterflow_business_key
  check (id_ <> proc_inst_id_ or business_key_ is not null);

-- Small hot tables, rewritten all day: room for updates in place, and dead rows swept early.
alter table public.act_ru_execution set (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02, autovacuum_vacuum_cost_limit = 2000);
alter table public.act_ru_task set (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02, autovacuum_vacuum_cost_limit = 2000);
alter table public.act_ru_variable set (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02, autovacuum_vacuum_cost_limit = 2000);
alter table public.act_ru_job set (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02, autovacuum_vacuum_cost_limit = 2000);
alter table public.act_ru_event_subscr set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
alter table public.act_ru_identitylink set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
