create schema members;

create table members.member (
  bucket int not null check (bucket = (member_id & 16383)::int),
  member_id bigint not null check (member_id > 0),
  tier_code text not null,
  tags text[] not null,
  registered_on date not null,
  -- null: not told; kept in the clear for birthday promotions, it names nobody
  birth_date date,
  registered_at timestamptz not null,
  -- the terminal that registered the member; null: the office did
  registered_by uuid,
  primary key (bucket, member_id)
);

-- Personal data, apart from everything else and encrypted field by field (AES-256-GCM).
create table members.profile (
  bucket int not null check (bucket = (member_id & 16383)::int),
  member_id bigint not null,
  phone_sealed bytea not null,
  phone_tail text not null check (phone_tail ~ '^[0-9]{4}$'),
  -- null: not told
  first_name_sealed bytea,
  -- null: not told
  last_name_sealed bytea,
  primary key (bucket, member_id),
  foreign key (bucket, member_id) references members.member (bucket, member_id)
);

create table members.card (
  bucket int not null check (bucket = (member_id & 16383)::int),
  number text not null check (number ~ '^[0-9]{8,19}$'),
  member_id bigint not null,
  issued_at timestamptz not null,
  primary key (bucket, number),
  foreign key (bucket, member_id) references members.member (bucket, member_id)
);
create index card_member on members.card (bucket, member_id);

-- Who a phone or a card is: distributed by its own bucket, taken from the keyed hash.
create table members.identifier (
  hash_bucket int not null check (hash_bucket between 0 and 16383),
  ident_hash bytea not null check (length(ident_hash) = 32),
  kind text not null check (kind in ('phone', 'card')),
  member_id bigint not null check (member_id > 0),
  primary key (hash_bucket, ident_hash)
);
