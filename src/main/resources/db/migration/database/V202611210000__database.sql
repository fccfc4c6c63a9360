create schema database;

-- The fence: a row is seen and written only by a transaction whose app.shops names its shop ('*' names all).
-- Unset means nothing: a statement outside a fenced transaction sees no row.
create function database.fence(shop text) returns boolean
  language sql stable parallel safe
  return coalesce(current_setting('app.shops', true), '') = '*'
      or shop = any (string_to_array(coalesce(current_setting('app.shops', true), ''), ','));

create function database.raise_fence(fenced regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', fenced);
  execute format('alter table %s force row level security', fenced);
  execute format('create policy fence on %s using (database.fence(shop_id)) with check (database.fence(shop_id))', fenced);
end $$;

-- Tables the application may only append to and read.
create table database.append_only_table (name text primary key);
create function database.append_only(appended text) returns void language sql as $$
  insert into database.append_only_table (name) values (appended::regclass::text) on conflict do nothing;
$$;

-- Tables that grow without end: partitioned by month on column "at"; a default partition catches what nobody expected.
create table database.month_table (name text primary key);
create function database.month_partition(parent text, month date) returns void language plpgsql as $$
declare part text := format('%s_%s', split_part(parent, '.', 2), to_char(month, 'YYYYMM'));
begin
  if to_regclass(format('%I.%I', split_part(parent, '.', 1), part)) is null then
    execute format('create table %I.%I partition of %s for values from (%L) to (%L)',
      split_part(parent, '.', 1), part, parent, month, (month + interval '1 month')::date);
  end if;
end $$;

create function database.by_month(parent text) returns void language plpgsql as $$
begin
  insert into database.month_table (name) values (parent);
  execute format('create table %I.%I partition of %s default', split_part(parent, '.', 1),
    split_part(parent, '.', 2) || '_default', parent);
  perform database.month_partition(parent, (date_trunc('month', now()) + make_interval(months => n))::date)
    from generate_series(-1, 3) n;
end $$;

-- Runs with the owner's rights, since the application's role changes no table; makes only registered months.
create function database.keep_months() returns integer language plpgsql security definer
  set search_path = pg_catalog as $$
declare kept record; n integer := 0;
begin
  for kept in select name, (date_trunc('month', now()) + make_interval(months => m))::date as month
                from database.month_table, generate_series(0, 3) m loop
    perform database.month_partition(kept.name, kept.month);
    n := n + 1;
  end loop;
  return n;
end $$;

-- What the application's role may do, given anew after each migration.
create function database.grant_to(application text) returns void language plpgsql as $$
declare place record;
begin
  if application = current_user then
    return;
  end if;
  for place in select nspname from pg_namespace
                where nspname not like 'pg\_%' and nspname not in ('information_schema', 'migrations') loop
    execute format('grant usage on schema %I to %I', place.nspname, application);
    execute format('grant select, insert, update, delete on all tables in schema %I to %I', place.nspname, application);
    execute format('grant usage, select on all sequences in schema %I to %I', place.nspname, application);
  end loop;
  -- A partition is reached through its table, where fence and append-only stand; by its own name it is nobody's.
  for place in select c.oid::regclass::text as name from pg_class c
                where c.relispartition and c.relkind in ('r', 'p') loop
    execute format('revoke all on %s from %I', place.name, application);
  end loop;
  for place in select name from database.append_only_table loop
    execute format('revoke update, delete, truncate on %s from %I', place.name, application);
  end loop;
  execute format('revoke insert, update, delete on all tables in schema database from %I', application);
end $$;
