-- A refund that waits until finance has said what else left its payment in the time a restore lost calls them, like the other alarms.
alter table payments.alarm drop constraint alarm_kind_check;
alter table payments.alarm add constraint alarm_kind_check check (kind in ('CONFLICT', 'NOBODY_WAITED', 'MANY_SENDS', 'ABNORMAL',
  'RETURNED', 'NO_PROVIDER', 'TOO_OLD', 'HELD', 'LOST_TIME', 'DUPLICATE_THEIRS', 'AMOUNT_DIFF'));
