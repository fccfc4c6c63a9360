-- When the database was restored from a backup, and of when the backup is: what was sent in between is known outside only.
alter table dispatch.freeze add column backup_at timestamptz, add column restored_at timestamptz, add column released_at timestamptz;

create function dispatch.restored(at timestamptz) returns void language sql as $$
  update dispatch.freeze set frozen = true, reason = 'restored from the backup of ' || to_char(restored.at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC',
    by_whom = 'system', at = now(), backup_at = restored.at, restored_at = now(), released_at = null;
  update dispatch.outbox set lease_until = null, lease_by = null where lease_by is not null;
$$;
