-- Numbers of transactions begin anew with another server: what is linked into the chain lies before everything, what is
-- not linked yet before every new deed; the restore itself stands in the chain. Links for the first administrator are over.
create function security.restored(at timestamptz) returns void language sql as $$
  update security.audit_seal set xid = '0'::xid8;
  update security.audit line set xid = case when exists (select 1 from security.audit_seal s where s.seq = line.seq) then '0' else '1' end::xid8;
  insert into security.audit (shop_id, action, object_kind, object_id, who_id, who, who_kind, roles, details)
    values ('*', 'RESTORED', 'backup', to_char(restored.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 0, 'system', 'SYSTEM', '', '{}');
  update security.first_admin_link set used_at = now() where used_at is null;
$$;
