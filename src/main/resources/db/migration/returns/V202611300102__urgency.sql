-- With how few hours left to the platform's deadline a refund is urgent; a shop that set nothing has the product's default.
create table returns.urgency (
  shop_id text primary key,
  urgent_hours int not null check (urgent_hours between 0 and 240)
);
select database.raise_fence('returns.urgency');
