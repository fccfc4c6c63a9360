-- What other decisions already claim of a payment is summed at each decision.
create index part_payment on payments.part (shop_id, provider, payment_id);
