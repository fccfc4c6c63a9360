-- Somebody else than the reviewer has to look before the money leaves, whatever the reviewer may approve alone.
alter table returns.return_request add column second_person boolean not null default false;
