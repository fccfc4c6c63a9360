-- A claim that was laid before a carrier may be taken back: told on the work order it was made as, else by letter or by hand.
do $$ declare name text; begin
  for name in select conname from pg_constraint where conrelid = 'carriers.request'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%INTERCEPT%' loop
    execute format('alter table carriers.request drop constraint %I', name);
  end loop;
end $$;
alter table carriers.request add constraint request_kind check (kind in ('CHASE','INTERCEPT','CLAIM','APPEAL','WITHDRAW'));
