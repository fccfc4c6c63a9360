-- A person's second factor (TOTP, RFC 6238): its secret sealed by the vault; a step of time that was used is not taken again.
create table security.second_factor (
  person_id bigint primary key references security.person,
  sealed text not null,
  made_at timestamptz not null,
  confirmed_at timestamptz,
  last_step bigint not null default 0
);

-- Codes for a lost phone: 80 random bits each, used once; only digests are kept.
create table security.recovery_code (
  person_id bigint not null references security.person,
  hash bytea not null check (length(hash) = 32),
  used_at timestamptz,
  primary key (person_id, hash)
);

-- A link with which a person sets a password themselves, once; only its digest is kept.
create table security.invitation (
  hash bytea primary key check (length(hash) = 32),
  person_id bigint not null references security.person,
  made_by text not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index invitation_person on security.invitation (person_id) where used_at is null;

create table security.person_skill (
  person_id bigint not null references security.person,
  skill text not null check (skill ~ '^[a-z]{1,20}:[a-zA-Z0-9-]{1,40}$'),
  primary key (person_id, skill)
);

-- What a team is called and who leads it; its members stand with the people.
create table security.team (
  name text primary key check (name ~ '^[a-z][a-z-]{1,40}$'),
  title_zh text not null,
  title_en text not null,
  lead_id bigint references security.person
);
insert into security.team (name, title_zh, title_en) values
  ('returns-desk', '售后客服', 'Returns desk'), ('returns-leads', '售后主管', 'Returns leads'), ('disputes-desk', '纠纷客服', 'Disputes desk'),
  ('care-desk', '关怀客服', 'Care desk'), ('warehouse', '仓库', 'Warehouse'), ('finance', '财务', 'Finance'), ('legal', '法务', 'Legal');

-- The audit is read from its newest line, narrowed by shop, by who and by what.
create index audit_newest on security.audit (at desc, seq desc);
create index audit_newest_of_shop on security.audit (shop_id, at desc, seq desc);
create index audit_newest_of_who on security.audit (who, at desc, seq desc);
create index audit_newest_of_action on security.audit (action, at desc, seq desc);
