-- A shop's own wording of a text, version by version; the newest counts, unless it says that the house's text is back.
create table notifications.wording (
  shop_id text not null,
  template text not null check (template ~ '^[a-zA-Z]{1,40}$'),
  language text not null check (language in ('zh', 'en')),
  version integer not null check (version > 0),
  subject text not null,
  body text not null,
  withdrawn boolean not null default false,
  written_by text not null,
  written_at timestamptz not null,
  primary key (shop_id, template, language, version)
);
select database.raise_fence('notifications.wording');

-- How often a shop's buyers are written to at most, and when mail waits; the operator's settings where a shop has none.
create table notifications.contact_limit (
  shop_id text primary key,
  daily integer not null check (daily between 1 and 50),
  weekly integer not null check (weekly between 1 and 200),
  quiet_from time,
  quiet_until time,
  check ((quiet_from is null) = (quiet_until is null)),
  check (weekly >= daily)
);
select database.raise_fence('notifications.contact_limit');
