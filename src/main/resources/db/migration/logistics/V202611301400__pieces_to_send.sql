-- Which pieces a case wants sent again, where somebody found out that it is not what the buyer named; without a row what the case asks about goes out.
create table logistics.piece_to_send (
  case_number text not null,
  shop_id text not null,
  line_id text not null,
  quantity int not null check (quantity > 0),
  primary key (case_number, line_id)
);
select database.raise_fence('logistics.piece_to_send');
-- The serial number of a device that leaves, where it has one.
alter table logistics.replacement add column serial text check (length(serial) <= 100);
