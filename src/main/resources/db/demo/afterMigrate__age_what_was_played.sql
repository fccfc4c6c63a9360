-- Only a demo's database has this: what was played in minutes is told as if it had taken its days. Each moment of a played
-- case is moved by the same rule in every room at once, so that books, statements, clocks and flow still agree.

-- Months before the house was built, for what is told to have happened then.
select database.month_partition(m.name, (date_trunc('month', now()) - make_interval(months => n))::date)
  from database.month_table m, generate_series(1, 4) n where m.name in ('cases.timeline_entry', 'engine.flow_event', 'dispatch.attempt');

drop function if exists sandbox.told(timestamptz, timestamptz[], timestamptz[]);

-- By how much the moments of a story are moved that follow its last turn before this one: what machines do after a person's act
-- follows as fast as it did, and the waiting lies between the turns.
create or replace function sandbox.moved(moment timestamptz, played timestamptz[], told timestamptz[]) returns interval
  language plpgsql immutable as $$
declare i int;
begin
  for i in reverse cardinality(played) .. 2 loop
    if moment >= played[i] then
      return told[i] - played[i];
    end if;
  end loop;
  return told[1] - played[1];
end $$;

-- The moment that is told for one that was played; one that lies ahead is a promise, and as long as it was given for, from its birth.
create or replace function sandbox.told(moment timestamptz, played timestamptz[], told timestamptz[], birth timestamptz) returns timestamptz
  language sql immutable as $$
  select case when moment is null or not isfinite(moment) then moment
    when moment > played[cardinality(played)] + interval '1 minute' then moment + sandbox.moved(coalesce(birth, played[1]), played, told)
    else moment + sandbox.moved(moment, played, told) end $$;

-- The moments of one row set are moved: key is the column that names the case, the refund or the order.
create or replace function sandbox.tell_rows(rooms_table regclass, key text, stories text) returns void language plpgsql as $$
declare moved text; birth text;
begin
  select coalesce((select format('t.%I', attname) from pg_attribute where attrelid = rooms_table and not attisdropped
      and attname = any (array['started_at', 'created_at', 'opened_at', 'offered_at', 'received_at', 'asked_at', 'at'])
    order by array_position(array['started_at', 'created_at', 'opened_at', 'offered_at', 'received_at', 'asked_at', 'at'], attname::text) limit 1), 'null') into birth;
  select string_agg(format('%I = sandbox.told(t.%I, s.played_at, s.told_at, %s)', attname, attname, birth), ', ') into moved
    from pg_attribute where attrelid = rooms_table and atttypid = 'timestamptz'::regtype and attnum > 0 and not attisdropped
      and attgenerated = '';
  if moved is not null then
    execute format('update %s t set %s from %I s where t.%I = s.name', rooms_table, moved, stories, key);
  end if;
end $$;

create or replace function sandbox.tell() returns int language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare place record; stories int;
begin
  perform set_config('app.shops', '*', true);
  perform set_config('lock_timeout', '4s', true);
  create temp table told_case on commit drop as
    select case_number as name, order_id, played_at, told_at from sandbox.plot where state = 'PLAYED' and case_number is not null;
  select count(*) into stories from told_case;
  if stories = 0 then
    return 0;
  end if;
  create temp table told_order on commit drop as select order_id as name, played_at[1:1] as played_at, told_at[1:1] as told_at from told_case;
  create temp table told_talk on commit drop as select order_id as name, played_at, told_at from told_case;
  create temp table told_refund on commit drop as
    select p.refund_no as name, c.played_at, c.told_at from payments.part p join told_case c on c.name = p.case_number;
  create temp table told_clock on commit drop as
    select k.id as name, c.played_at, c.told_at from sla.clock k join told_case c on c.name = k.case_number;
  create temp table told_claim on commit drop as
    select k.claim_no as name, c.played_at, c.told_at from claims.claim k join told_case c on c.name = k.case_number;
  create temp table told_request on commit drop as
    select r.number as name, c.played_at, c.told_at from carriers.request r join told_case c on c.name = r.case_number;
  alter table payments.ledger_entry disable trigger ledger_is_written_once;
  alter table claims.ledger_entry disable trigger ledger_is_written_once;
  -- What the diagram's tasks promised stands inside the flow's pages.
  update engine.flow_event f set events = (
      select jsonb_agg(case when e ? 'due' then jsonb_set(e, '{due}', to_jsonb(to_char(
        sandbox.told((e ->> 'due')::timestamptz, c.played_at, c.told_at, f.at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) else e end order by n)
      from jsonb_array_elements(f.events) with ordinality as page(e, n))
    from told_case c where f.case_number = c.name and f.events::text like '%"due"%';
  for place in
    select c.oid::regclass as rooms_table, n.nspname as room, c.relname as name,
      array(select attname::text from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition
      and n.nspname not in ('public', 'pg_catalog', 'information_schema', 'migrations', 'database', 'security', 'intake', 'sandbox', 'cockpit')
      and n.nspname not like 'pg\_%'
  loop
    if place.room = 'cases' and place.name = 'case_file' then
      perform sandbox.tell_rows(place.rooms_table, 'number', 'told_case');
    elsif 'case_number' = any (place.columns) then
      perform sandbox.tell_rows(place.rooms_table, 'case_number', 'told_case');
    elsif 'refund_no' = any (place.columns) then
      perform sandbox.tell_rows(place.rooms_table, 'refund_no', 'told_refund');
    elsif 'ref' = any (place.columns) and place.room in ('payments', 'dispatch') then
      perform sandbox.tell_rows(place.rooms_table, 'ref', 'told_refund');
    elsif 'claim_no' = any (place.columns) then
      perform sandbox.tell_rows(place.rooms_table, 'claim_no', 'told_claim');
    elsif 'clock_id' = any (place.columns) then
      perform sandbox.tell_rows(place.rooms_table, 'clock_id', 'told_clock');
    elsif place.room = 'orders' and 'order_id' = any (place.columns) then
      perform sandbox.tell_rows(place.rooms_table, 'order_id', 'told_order');
    end if;
  end loop;
  perform sandbox.tell_rows('carriers.answer', 'number', 'told_request');
  perform sandbox.tell_rows('sandbox.work_order', 'reference', 'told_request');
  perform sandbox.tell_rows('sandbox.carrier_payment', 'reference', 'told_request');
  perform sandbox.tell_rows('sandbox.refund', 'refund_no', 'told_refund');
  perform sandbox.tell_rows('sandbox.money_log', 'refund_no', 'told_refund');
  perform sandbox.tell_rows('sandbox.warehouse_notice', 'case_number', 'told_case');
  perform sandbox.tell_rows('sandbox.returned_parcel', 'case_number', 'told_case');
  perform sandbox.tell_rows('sandbox.buyer_message', 'order_no', 'told_talk');
  perform sandbox.tell_rows('sandbox.buyer_request', 'order_id', 'told_talk');
  -- The engine's own open tasks and timers of a case that goes on.
  update public.act_ru_task t set create_time_ = create_time_ + sandbox.moved(create_time_ at time zone 'UTC', c.played_at, c.told_at),
      due_date_ = due_date_ + sandbox.moved(create_time_ at time zone 'UTC', c.played_at, c.told_at)
    from public.act_ru_execution x join told_case c on c.name = x.business_key_ where x.id_ = t.proc_inst_id_;
  update public.act_ru_job j set duedate_ = duedate_ + sandbox.moved(j.create_time_ at time zone 'UTC', c.played_at, c.told_at)
    from public.act_ru_execution x join told_case c on c.name = x.business_key_
    where x.id_ = j.process_instance_id_ and j.type_ = 'timer';
  alter table payments.ledger_entry enable trigger ledger_is_written_once;
  alter table claims.ledger_entry enable trigger ledger_is_written_once;
  -- The cockpit counted what was played as of today; it counts anew what is told.
  if to_regclass('cockpit.reader') is not null then
    execute 'update cockpit.reader set rebuild = true';
  end if;
  update sandbox.plot set state = 'TOLD' where state = 'PLAYED' and case_number in (select name from told_case);
  return stories;
end $$;
