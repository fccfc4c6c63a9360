-- What one piece weighs without its parcel, null where nobody told.
alter table orders.product add column weight_grams int check (weight_grams > 0);
