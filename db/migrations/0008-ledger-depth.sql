-- squawk-ignore-file constraint-missing-not-valid, require-concurrent-index-creation, adding-field-with-default, adding-not-nullable-field, ban-drop-not-null
-- What a currency promises its members, in the words of core/currency-policy.ts; {} = the defaults.
alter table ledger.currency add column policy jsonb not null default '{}';
alter table ledger.currency add column plural_ru text[] not null default '{}';
alter table ledger.currency add column plural_en text[] not null default '{}';
-- 'spendable': pays for goods; 'qualifying': only counts (tiers, contests)
alter table ledger.currency add column purpose text not null default 'spendable';
alter table ledger.currency add constraint currency_purpose check (purpose in ('spendable', 'qualifying'));
alter table ledger.currency add column is_visible boolean not null default true;
alter table ledger.currency add column is_archived boolean not null default false;

-- held: the part of the balance that is reserved by open holds
alter table ledger.account add column held bigint not null default 0;
alter table ledger.account add constraint account_held check (held >= 0 and held + unspendable <= balance);
-- true: lots keep their dates but do not burn (a tier's privilege)
alter table ledger.account add column is_expiry_suspended boolean not null default false;
-- true: a lot whose dates may still move was opened here once
alter table ledger.account add column has_moving_lots boolean not null default false;
create index account_in_debt on ledger.account (bucket, member_id) where debt > 0;

alter table ledger.lot add column held bigint not null default 0;
alter table ledger.lot add constraint lot_held check (held >= 0 and held <= remaining);
alter table ledger.lot add column earned_at timestamptz;
update ledger.lot set earned_at = active_from;
alter table ledger.lot alter column earned_at set not null;
-- null: wakes by time alone; otherwise the confirmation that it waits for, such as 'delivery'
alter table ledger.lot add column awaits text;
-- null: the dates stand; otherwise the rule by which they move (core/lifetime.ts), as JSON text
alter table ledger.lot add column lifetime text;
alter table ledger.lot add column funder_code text not null default '';
-- null: the lot did not come from a receipt
alter table ledger.lot alter column receipt_id drop not null;
-- lots with points: members keep coming for years, and most of their lots are spent
alter table ledger.lot add column is_live boolean not null generated always as (remaining > 0) stored;
create index lot_live on ledger.lot (bucket, member_id) where is_live;
create index lot_expires on ledger.lot (expires_at) where expires_at is not null;
create index lot_wakes on ledger.lot (active_from) where active_from > earned_at;

-- null: the movement belongs to no receipt
alter table ledger.entry alter column receipt_id drop not null;
-- what the movement changed in the reserved part of the balance
alter table ledger.entry add column held_change bigint not null default 0;
-- null: nothing to add; otherwise the counterpart, the reason or the rate
alter table ledger.entry add column memo text;
-- null: no lot was opened or given new dates
alter table ledger.entry add column lot_terms text;
alter table ledger.entry drop constraint entry_kind_check;
alter table ledger.entry drop constraint entry_amount_check;
create index entry_posted on ledger.entry using brin (posted_at) with (pages_per_range = 16, autosummarize = on);
-- Append-only by privilege: the owner takes the rights to change from itself. Its partitions likewise.
revoke update, delete, truncate on ledger.entry from current_user;
do $$
declare part regclass;
begin
  for part in select i.inhrelid::regclass from pg_catalog.pg_inherits i where i.inhparent = 'ledger.entry'::regclass loop
    execute pg_catalog.format('revoke update, delete, truncate on %s from current_user', part);
  end loop;
end $$;

-- Points reserved for something that is about to happen.
create table ledger.hold (
  bucket int not null check (bucket = (member_id & 16383)::int),
  member_id bigint not null check (member_id > 0),
  -- the id of the operation that opened it
  id uuid not null,
  currency_code text not null,
  amount bigint not null check (amount > 0),
  captured bigint not null check (captured >= 0 and captured <= amount),
  state text not null check (state in ('open', 'captured', 'released', 'lapsed')),
  opened_at timestamptz not null,
  lapses_at timestamptz not null,
  partner_code text not null,
  -- null: not for a receipt
  receipt_id uuid,
  lot_ids uuid[] not null,
  lot_amounts bigint[] not null,
  primary key (bucket, member_id, id)
) with (fillfactor = 80);
create index hold_lapses on ledger.hold (lapses_at) where state = 'open';

-- Points on their way from one member's accounts to another's: written by the leg that sends, closed when
-- the leg that receives is known to be committed.
create table ledger.transit (
  bucket int not null check (bucket = (member_id & 16383)::int),
  member_id bigint not null check (member_id > 0),
  id uuid not null,
  to_member_id bigint not null check (to_member_id > 0 and to_member_id <> member_id),
  kind text not null check (kind in ('transfer', 'gift', 'merge', 'unmerge')),
  state text not null check (state in ('sent', 'received', 'returned')),
  -- what travels: debts and lots by currency (core/transit.ts)
  cargo jsonb not null,
  sent_at timestamptz not null,
  -- null: still under way
  settled_at timestamptz,
  primary key (bucket, member_id, id)
);
create index transit_under_way on ledger.transit (sent_at) where state = 'sent';

-- What points cost: kopecks per points, by as many of the columns as are given.
create table ledger.rate (
  id uuid primary key,
  currency_code text not null references ledger.currency (code),
  -- 'sell': points pay for goods; 'buy': money buys points
  direction text not null check (direction in ('sell', 'buy')),
  -- null: every one of them
  partner_code text,
  -- null: every one of them
  store_code text,
  -- null: every one of them
  promotion_code text,
  -- null: everybody
  segment_code text,
  valid_from timestamptz not null,
  -- null: until further notice
  valid_to timestamptz,
  points bigint not null check (points > 0),
  kopecks bigint not null check (kopecks >= 0),
  rounding text not null check (rounding in ('down', 'up', 'half-up', 'half-even')),
  created_at timestamptz not null,
  created_by text not null
);
create index rate_currency on ledger.rate (currency_code);

-- What one currency gives for another: to_points for every from_points, less the fee.
create table ledger.exchange (
  from_code text not null references ledger.currency (code),
  to_code text not null references ledger.currency (code),
  from_points bigint not null check (from_points > 0),
  to_points bigint not null check (to_points > 0),
  fee_basis_points int not null check (fee_basis_points between 0 and 10000),
  primary key (from_code, to_code)
);
create index exchange_to on ledger.exchange (to_code);

-- A change of points by hand: one person asks, another decides.
create table ledger.adjustment (
  bucket int not null check (bucket = (member_id & 16383)::int),
  member_id bigint not null check (member_id > 0),
  id uuid not null,
  currency_code text not null,
  direction text not null check (direction in ('credit', 'debit')),
  points bigint not null check (points > 0),
  reason_code text not null,
  comment text not null,
  state text not null check (state in ('proposed', 'approved', 'rejected', 'withdrawn')),
  maker_id uuid not null,
  made_at timestamptz not null,
  -- null: not decided
  checker_id uuid,
  -- null: not decided
  decided_at timestamptz,
  -- null: none was needed
  decision_comment text,
  primary key (bucket, member_id, id),
  -- nobody decides on what they asked for; the maker may only withdraw it
  constraint adjustment_by_another check (checker_id <> maker_id),
  constraint adjustment_two_people check ((state in ('approved', 'rejected')) = (checker_id is not null)),
  constraint adjustment_decided check ((state = 'proposed') = (decided_at is null))
);
create index adjustment_waiting on ledger.adjustment (made_at) where state = 'proposed';
create index adjustment_made on ledger.adjustment (made_at);
create index adjustment_maker on ledger.adjustment (maker_id, made_at);

-- One row per person who asks for adjustments: their proposals queue at it, so that a day's sum holds.
create table ledger.adjuster (
  maker_id uuid primary key
);

-- Signed digests of everything that was posted up to a moment, bucket by bucket.
create table ledger.anchor (
  number bigint primary key check (number > 0),
  -- entries posted before this moment are under this anchor or an earlier one
  cut_at timestamptz not null,
  made_at timestamptz not null,
  -- buckets in which something was posted since the anchor before
  buckets int[] not null,
  -- one SHA-256 per bucket, in the same order
  digests bytea not null,
  -- codes of the currencies that the heads name by their place in this list
  currencies text[] not null,
  -- which accounts moved and where each stood at the cut: names what is missing (verify/anchor-heads.ts)
  heads bytea not null,
  entries bigint not null check (entries >= 0),
  previous_hash bytea not null check (length(previous_hash) = 32),
  hash bytea not null check (length(hash) = 32),
  -- Ed25519 over the hash, by a key that is not in the database
  signature bytea not null check (length(signature) = 64)
);
revoke update, delete, truncate on ledger.anchor from current_user;

-- How far the jobs have come: everything due before the mark is done.
create table ledger.job_mark (
  job text not null,
  lane int not null,
  mark timestamptz not null,
  -- null: nobody works on it
  leased_by text,
  -- null: nobody works on it
  leased_until timestamptz,
  primary key (lane, job)
);
