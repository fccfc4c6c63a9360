-- Where one account with a provider serves many shops, the payment alone says whose it is.
create index payment_owner on orders.payment (provider, payment_id);
