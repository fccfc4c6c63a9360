-- Money a workshop found owing to a buyer; the settlement of refunds takes it up, has it approved and pays it.
create table remedies.due (
  id bigint generated always as identity primary key,
  case_number text not null,
  shop_id text not null,
  amount bigint not null check (amount > 0),
  currency char(3) not null,
  reason_type text not null,
  goods_back boolean not null,
  words text not null,
  note text,
  found_by text not null,
  roles text not null,
  state text not null default 'OPEN' check (state in ('OPEN','TAKEN','DROPPED')),
  at timestamptz not null
);
create unique index due_open on remedies.due (case_number) where state = 'OPEN';
select database.raise_fence('remedies.due');
