-- More than a hundred refunds are tried again only when a second person asks for the same.
alter table cockpit.retry drop constraint retry_state_check;
alter table cockpit.retry add constraint retry_state_check check (state in ('ASKED', 'RUNNING', 'DONE'));
alter table cockpit.retry add column rows integer not null default 0;
alter table cockpit.retry add column confirmed_by_id bigint;
alter table cockpit.retry add column confirmed_by text;
create index retry_waits on cockpit.retry (group_key) where state = 'ASKED';
