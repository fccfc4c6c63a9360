-- When goods turned up after their buyer was made whole: settled once, and the case does not close before.
alter table complaints.complaint add column turned_up_at timestamptz;
