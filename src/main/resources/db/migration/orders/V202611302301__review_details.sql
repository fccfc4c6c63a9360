-- What marketplaces tell of a review beside its stars and words: the three scores, what was appended, and that it is gone.
alter table orders.review
  add column description_score smallint check (description_score between 1 and 5),
  add column service_score smallint check (service_score between 1 and 5),
  add column logistics_score smallint check (logistics_score between 1 and 5),
  add column appended_at timestamptz,
  add column appended_words text,
  add column deleted boolean not null default false;
