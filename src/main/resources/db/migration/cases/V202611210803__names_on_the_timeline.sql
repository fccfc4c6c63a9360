-- Old work keeps the name its doer had then; entries from before this column show the login.
alter table cases.timeline_entry add column who_name text;
