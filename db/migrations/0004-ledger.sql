create schema ledger;

create table ledger.currency (
  code text primary key check (code ~ '^[a-z0-9-]{1,32}$'),
  title_ru text not null,
  title_en text not null,
  divisibility int not null check (divisibility between 0 and 6),
  -- null: the operator owns it; otherwise the partner
  partner_code text,
  -- what one smallest unit pays for: num / den kopecks
  kopecks_num bigint not null check (kopecks_num >= 0),
  kopecks_den bigint not null check (kopecks_den > 0),
  is_main boolean not null
);
create unique index currency_main on ledger.currency (is_main) where is_main;

-- One narrow row per member and currency; the lock that every movement of the member takes.
create table ledger.account (
  bucket int not null check (bucket = (member_id & 16383)::int),
  member_id bigint not null check (member_id > 0),
  currency_code text not null,
  balance bigint not null check (balance >= 0),
  debt bigint not null check (debt >= 0),
  -- the part of the balance that cannot be spent: not active yet, or burnt and not written off yet
  unspendable bigint not null check (unspendable >= 0 and unspendable <= balance),
  -- when that part will next change by itself; null: never
  changes_at timestamptz,
  seq bigint not null check (seq >= 0),
  last_hash bytea not null check (length(last_hash) = 32),
  primary key (bucket, member_id, currency_code)
) with (fillfactor = 60);

-- One row per movement, double entry: the member's account against the contra account named in the row.
create table ledger.entry (
  bucket int not null check (bucket = (member_id & 16383)::int),
  member_id bigint not null check (member_id > 0),
  currency_code text not null,
  seq bigint not null check (seq > 0),
  posted_at timestamptz not null,
  occurred_at timestamptz not null,
  operation_id uuid not null,
  receipt_id uuid not null,
  kind text not null check (kind in ('accrual', 'redemption', 'accrual-reversal', 'redemption-reversal')),
  -- positive: to the member; negative: from the member
  amount bigint not null check (amount <> 0),
  balance_after bigint not null check (balance_after >= 0),
  debt_after bigint not null check (debt_after >= 0),
  contra_account text not null,
  partner_code text not null,
  lot_ids uuid[] not null,
  lot_amounts bigint[] not null,
  prev_hash bytea not null check (length(prev_hash) = 32),
  hash bytea not null check (length(hash) = 32),
  primary key (bucket, member_id, currency_code, seq, posted_at)
) partition by range (posted_at);

create table ledger.lot (
  bucket int not null check (bucket = (member_id & 16383)::int),
  member_id bigint not null check (member_id > 0),
  id uuid not null,
  currency_code text not null,
  amount bigint not null check (amount > 0),
  remaining bigint not null check (remaining >= 0 and remaining <= amount),
  active_from timestamptz not null,
  -- null: never burns
  expires_at timestamptz,
  receipt_id uuid not null,
  promotion_code text not null,
  partner_code text not null,
  primary key (bucket, member_id, id)
) with (fillfactor = 80);
