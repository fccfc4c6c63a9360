-- How often a callback said that there is something to read, and up to which of these the carrier was asked: a word that comes after the
-- answer, or while we ask, is read too.
alter table carriers.request add column told int not null default 0, add column asked int not null default 0;
