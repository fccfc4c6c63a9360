-- The few orders that wait to be shipped, found without reading the many that were.
create index shop_order_unshipped on orders.shop_order (shop_id, paid_at, order_id) where state = 'PAID';
create index shop_order_unavailable on orders.shop_order (shop_id, paid_at, order_id) where state = 'UNAVAILABLE';
create index shop_order_unpaid on orders.shop_order (shop_id, created_at, order_id) where state in ('CREATED', 'PAID');
