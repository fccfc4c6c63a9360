-- What a bank is told in plain text, by the provider's own fields; frozen with the pack it goes with.
alter table disputes.pack add column words jsonb not null default '{}';
