-- What a carrier wrote that no machine may decide about waits here for a person; hint is a number a callback named, until it is proved.
alter table carriers.request add column unread text, add column hint text;
alter table carriers.answer add column told_by text;
