-- Shipped parcels nobody has signed, by when they were last heard of.
create index shipment_quiet on orders.shipment (coalesce(last_scan_at, shipped_at), shop_id, order_id, shipment_id)
  where delivered_at is null and shipped_at is not null and waybill is not null;
