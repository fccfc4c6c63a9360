-- How a message goes: when at the earliest and at the latest, which reviews stand near it, and that it failed for good.
alter table notifications.message drop constraint message_state_check;
alter table notifications.message add constraint message_state_check
  check (state in ('NEW', 'SENT', 'SKIPPED', 'BLOCKED', 'LEGAL_REVIEW', 'REFUSED', 'FAILED'));
alter table notifications.message
  add column not_before timestamptz,
  add column not_after timestamptz,
  add column answers boolean not null default false,
  add column near_reviews jsonb not null default '[]';
