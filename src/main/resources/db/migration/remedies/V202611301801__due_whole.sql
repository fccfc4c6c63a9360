-- A due may be all that the rule for refunds gives back; its amount then counts only where the rule names none.
alter table remedies.due add column whole boolean not null default false;
