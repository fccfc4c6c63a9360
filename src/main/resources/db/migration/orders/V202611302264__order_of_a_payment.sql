-- A bank that takes a payment back names the payment, not the order.
create index payment_name on orders.payment (shop_id, provider, payment_id);
