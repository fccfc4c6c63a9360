-- What buyers and platforms wrote, each once however often it is told; never changed afterwards.
create table cases.heard_message (
  shop_id     text not null,
  source      text not null,
  message_id  text not null,
  case_number text not null references cases.case_file (number),
  speaker     text not null check (speaker in ('BUYER', 'PLATFORM')),
  words       text not null,
  sent_at     timestamptz not null,
  heard_at    timestamptz not null,
  primary key (shop_id, source, message_id)
);
create index heard_message_of_case on cases.heard_message (case_number, heard_at);
select database.raise_fence('cases.heard_message');
select database.append_only('cases.heard_message');
