-- A device lent while the buyer's own is repaired: asked for once that one has left, and the case closes when it is settled.
alter table repairs.repair
  add column spare_state text check (spare_state in ('LENT','ASKED','BACK','PAID','GIVEN_UP')),
  add column spare_by timestamptz,
  add column spare_reminders int not null default 0 check (spare_reminders >= 0),
  add column closes_as text,
  add check (spare_state is null or spare_serial is not null);
update repairs.repair set spare_state = 'LENT' where spare_serial is not null and ended is null;
