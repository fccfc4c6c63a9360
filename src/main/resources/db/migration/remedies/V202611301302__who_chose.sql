-- The roles of who recorded a choice, so that what is within their own limit needs no second person.
alter table remedies.offer add column recorder_roles text not null default '';
