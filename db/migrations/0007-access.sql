create schema access;

create table access.person (
  id uuid primary key,
  login text not null unique check (login = lower(login) and length(login) between 3 and 120),
  name text not null,
  -- a PHC string: argon2id with its own salt and costs
  password_hash text not null,
  roles text[] not null,
  locale text not null check (locale in ('ru', 'en')),
  is_blocked boolean not null,
  created_at timestamptz not null
);

-- The cookie holds 256 random bits, the table their SHA-256: a dump of it opens no session.
create table access.session (
  token_hash bytea primary key check (length(token_hash) = 32),
  person_id uuid not null references access.person (id),
  csrf text not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  -- null: not logged out
  revoked_at timestamptz
);
create index session_person on access.session (person_id);

create table access.api_key (
  id uuid primary key,
  title text not null,
  key_hash bytea not null unique check (length(key_hash) = 32),
  -- the last characters of the secret, by which people tell keys apart
  tail text not null check (length(tail) = 4),
  rights text[] not null,
  -- null: the key sees every partner
  partner_code text,
  created_by uuid not null references access.person (id),
  created_at timestamptz not null,
  -- null: in force
  revoked_at timestamptz
);
create index api_key_created_by on access.api_key (created_by);

-- Who did what to which object. Append-only.
create table access.audit (
  id uuid primary key,
  recorded_at timestamptz not null,
  actor_id uuid not null,
  actor_kind text not null check (actor_kind in ('person', 'api-key')),
  action text not null,
  object text not null,
  -- null: the action asks for none
  reason text
);
create index audit_object on access.audit (object, id);
create index audit_actor on access.audit (actor_id, id);
