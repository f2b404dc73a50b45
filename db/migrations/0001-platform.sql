-- The migrations runner makes the schema for its own table before the first file.
create schema if not exists platform;

-- Which root key this database was filled under: one row, written by the first server.
create table platform.installation (
  id int primary key check (id = 1),
  root_key_fingerprint bytea not null check (length(root_key_fingerprint) = 32)
);

-- Idempotency and stored answers of every operation that is not a receipt (registrations, returns, cancels).
create table platform.operation (
  bucket int not null check (bucket between 0 and 16383),
  id uuid not null,
  kind text not null,
  terminal_id uuid not null,
  request_hash bytea not null,
  answer text not null,
  recorded_at timestamptz not null,
  primary key (bucket, id)
);

-- Facts for later, written in the transaction of the thing that happened. Claimed by lane, kept a week.
create table platform.outbox (
  bucket int not null check (bucket between 0 and 16383),
  id uuid not null,
  topic text not null,
  payload jsonb not null,
  recorded_at timestamptz not null,
  -- null: not delivered yet
  delivered_at timestamptz,
  primary key (bucket, id)
);
create index outbox_waiting on platform.outbox (id) where delivered_at is null;
