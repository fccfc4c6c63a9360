-- Which rule books software has started with, and when each last became the newest: in a rolling renewal an older node
-- that starts again must not take back what a newer one brought.
create table studio.software_book (
  hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
  since timestamptz not null default clock_timestamp()
);
