-- What the engine's scripts ask of PostgreSQL for nothing, at each row of each case.

-- A row names its execution, which names its parent up to the instance: that the instance is there follows from it. Each of
-- these was looked up once more for every row inserted, and in every table for every execution that ended.
alter table public.act_ru_execution drop constraint act_fk_exe_procinst;
alter table public.act_ru_task drop constraint act_fk_task_procinst;
alter table public.act_ru_variable drop constraint act_fk_var_procinst;
alter table public.act_ru_incident drop constraint act_fk_inc_procinst;

-- One installation is one company: the engine has no tenants here.
drop index public.act_idx_exec_tenant_id;
drop index public.act_idx_task_tenant_id;
drop index public.act_idx_variable_tenant_id;
drop index public.act_idx_job_tenant_id;
drop index public.act_idx_event_subscr_tenant_id;

-- Case management of the engine is off.
drop index public.act_idx_var_case_exe;
drop index public.act_idx_var_case_inst_id;
drop index public.act_idx_task_case_exec;
drop index public.act_idx_task_case_def_id;

-- Beginnings of another index on the same table, or asked by nobody.
drop index public.act_idx_variable_task_name_type;
drop index public.act_idx_job_handler_type;
drop index public.act_idx_task_last_updated;
