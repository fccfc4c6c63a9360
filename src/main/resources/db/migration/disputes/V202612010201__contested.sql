set local app.shops = '*';

-- What was contested once counts among the shop's own contested disputes, whatever a later round decides.
alter table disputes.dispute add column contested boolean not null default false;
update disputes.dispute set contested = true where position = 'CONTEST';
drop index disputes.dispute_past;
create index dispute_past on disputes.dispute (shop_id, platform, reason) where verdict is not null and contested;
