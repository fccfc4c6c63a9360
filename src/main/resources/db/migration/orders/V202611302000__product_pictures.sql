-- What a product looks like, to be held against what a buyer shows of it: our own JPEG of what the shop sent.
create table orders.product_picture (
  shop_id text not null, product_id text collate "C" not null, sha256 text not null, jpeg bytea not null,
  recorded_at timestamptz not null default now(),
  primary key (shop_id, product_id)
);
select database.raise_fence('orders.product_picture');
