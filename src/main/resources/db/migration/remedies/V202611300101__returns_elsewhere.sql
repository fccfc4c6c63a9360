-- Whether goods go back to another place than the one the shop's listings name: the difference in freight is the shop's then.
alter table remedies.terms add column returns_elsewhere boolean not null default false;
