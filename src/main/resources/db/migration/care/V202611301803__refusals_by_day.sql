-- Refusals are counted by day for whoever leads the shop.
create index refusal_by_day on care.refusal (shop_id, at);
