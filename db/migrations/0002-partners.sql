create schema partners;

-- Reference tables: small, rarely written, never in a checkout.
create table partners.partner (
  code text primary key check (code ~ '^[a-z0-9-]{1,32}$'),
  title_ru text not null,
  title_en text not null
);

create table partners.store (
  id uuid primary key,
  code text not null unique check (code ~ '^[A-Z0-9-]{1,32}$'),
  partner_code text not null references partners.partner (code),
  title_ru text not null,
  title_en text not null,
  city_ru text not null,
  city_en text not null,
  region_code text not null,
  format_code text not null,
  zone text not null
);
create index store_partner on partners.store (partner_code);

create table partners.terminal (
  id uuid primary key,
  code text not null unique check (code ~ '^[A-Z0-9-]{1,40}$'),
  store_id uuid not null references partners.store (id),
  key_epoch int not null check (key_epoch > 0),
  key_version int not null check (key_version > 0),
  is_blocked boolean not null,
  -- the pseudo-member who owns this terminal's anonymous receipts; the low 14 bits are its bucket
  pseudo_member_id bigint not null unique
);
create index terminal_store on partners.terminal (store_id);

create table partners.goods_group (
  code text primary key,
  -- null: a root of the tree
  parent_code text references partners.goods_group (code),
  title_ru text not null,
  title_en text not null
);
create index goods_group_parent on partners.goods_group (parent_code);

create table partners.goods (
  sku text primary key,
  group_code text not null references partners.goods_group (code),
  title_ru text not null,
  title_en text not null,
  price_kopecks bigint not null check (price_kopecks >= 0),
  is_weighed boolean not null
);
create index goods_group_of on partners.goods (group_code);

-- One row: bumped with every change of the tables above, so that servers know when to read them again.
create table partners.directory_version (
  id int primary key check (id = 1),
  version bigint not null check (version > 0)
);
insert into partners.directory_version (id, version) values (1, 1);
