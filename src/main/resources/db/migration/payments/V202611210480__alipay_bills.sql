-- The days whose bill of a provider's account was taken; the account is the house's, so no shop owns it.
create table payments.bill_day (
  provider text not null,
  day date not null,
  lines int not null check (lines >= 0),
  taken_at timestamptz not null default now(),
  primary key (provider, day)
);
