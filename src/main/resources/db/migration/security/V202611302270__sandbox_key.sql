-- The key of the demo's played world, sealed by the vault: the same at every start and on every node; production has none.
alter table security.house add column sandbox_key text;
