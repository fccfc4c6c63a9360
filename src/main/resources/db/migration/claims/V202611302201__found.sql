-- A parcel that was claimed as lost may turn up: WITHDRAWN is an end, TO_RETURN waits until what the carrier paid is back with it.
do $$ declare name text; begin
  for name in select conname from pg_constraint where conrelid = 'claims.claim'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%WRITTEN_OFF%' loop
    execute format('alter table claims.claim drop constraint %I', name);
  end loop;
end $$;
alter table claims.claim
  add column found_at timestamptz, add column found_by text,
  add constraint claim_state check (state in ('OPEN','FILED','MORE_ASKED','TO_DECIDE','COMPLAINED','AGREED','PAID','WRITTEN_OFF','DROPPED','TO_RETURN','WITHDRAWN')),
  add constraint claim_ended check ((state in ('PAID','WRITTEN_OFF','DROPPED','WITHDRAWN')) = (closed_at is not null));
create index claim_lost on claims.claim (shop_id, waybill) where fault = 'LOST' and found_at is null;
