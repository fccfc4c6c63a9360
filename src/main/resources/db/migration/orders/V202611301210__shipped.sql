-- How many parcels went out in a time, for the scorecard of carriers.
create index shipment_shipped on orders.shipment (shop_id, shipped_at) where shipped_at is not null;
