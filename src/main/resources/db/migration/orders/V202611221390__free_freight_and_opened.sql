-- From which amount shipping was free and what it would have cost: a partial return may lose it.
alter table orders.shop_order add column free_from_minor bigint check (free_from_minor >= 0),
  add column freight_waived_minor bigint check (freight_waived_minor >= 0);
-- Whether the buyer downloaded, activated or unsealed the goods; null where nobody told.
alter table orders.item add column opened boolean;
