create schema promotions;

-- Every version of all promotions together, append-only: a receipt can be decided again as it was then.
create table promotions.rule_set (
  version bigint primary key check (version > 0),
  rules jsonb not null,
  made_at timestamptz not null,
  made_by text not null
);

-- Which version the tills work by. One row; its lock puts changes in order.
create table promotions.head (
  id int primary key check (id = 1),
  version bigint not null references promotions.rule_set (version)
);
create index head_version on promotions.head (version);

-- What changed from version to version, append-only.
create table promotions.change (
  version bigint not null references promotions.rule_set (version),
  code text not null,
  is_on boolean not null,
  changed_at timestamptz not null,
  changed_by text not null,
  -- null: nobody asked why
  reason text,
  primary key (version, code)
);
create index change_of on promotions.change (code, version);

insert into promotions.rule_set (version, rules, made_at, made_by)
values (1, '[]', '2026-01-01T00:00:00Z', 'kopilka');
insert into promotions.head (id, version) values (1, 1);
