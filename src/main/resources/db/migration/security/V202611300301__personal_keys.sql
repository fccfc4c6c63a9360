-- A person's own key for a tool on their desk, such as Camunda Modeler; it does what the person may do at that tool's door, no more.
create table security.personal_key (
  id bigint generated always as identity primary key,
  person_id bigint not null references security.person,
  name text not null check (length(name) between 1 and 128),
  hint text not null,
  hash bytea not null unique check (length(hash) = 32),
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index personal_key_person on security.personal_key (person_id, id desc);
