import { type Database, type Statement, sql } from '#platform/db/index.ts';
import { assert } from '#shared/assert.ts';
import { isZone } from '#shared/time.ts';
import type { Goods, GoodsGroup, Partner, Store, Terminal } from './core/index.ts';

/** What to add to the directory; groups come with parents before children. */
export type DirectoryAdditions = {
  readonly partners?: readonly Partner[];
  readonly stores?: readonly Store[];
  readonly terminals?: readonly Terminal[];
  readonly groups?: readonly GoodsGroup[];
  readonly goods?: readonly Goods[];
};

/**
 * Adds partners, stores, terminals and goods that are not there yet (known codes stay as they are), and
 * moves the directory's version so that every server reads it again.
 * @throws Error when a store's zone is not an IANA zone
 */
export async function putDirectory(db: Database, additions: DirectoryAdditions): Promise<void> {
  for (const store of additions.stores ?? []) {
    assert(isZone(store.zone), `store ${store.code} has an unknown zone ${store.zone}`);
  }
  await db.transaction(async (tx) => {
    await tx.run(addPartners(additions.partners ?? []));
    await tx.run(addStores(additions.stores ?? []));
    await tx.run(addTerminals(additions.terminals ?? []));
    await tx.run(addGroups(additions.groups ?? []));
    await tx.run(addGoods(additions.goods ?? []));
    await tx.run(sql`update partners.directory_version set version = version + 1 where id = 1`);
  });
}

/** Blocks or unblocks a terminal; every server knows at its next refresh. */
export async function setTerminalBlocked(
  db: Database,
  code: string,
  isBlocked: boolean,
): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.run(sql`update partners.terminal set is_blocked = ${isBlocked} where code = ${code}`);
    await tx.run(sql`update partners.directory_version set version = version + 1 where id = 1`);
  });
}

const addPartners = (partners: readonly Partner[]): Statement => sql`
  insert into partners.partner (code, title_ru, title_en)
  select * from unnest(
    ${partners.map((p) => p.code)}::text[],
    ${partners.map((p) => p.title.ru)}::text[],
    ${partners.map((p) => p.title.en)}::text[])
  on conflict do nothing`;

const addStores = (stores: readonly Store[]): Statement => sql`
  insert into partners.store (id, code, partner_code, title_ru, title_en, city_ru, city_en,
    region_code, format_code, zone)
  select * from unnest(
    ${stores.map((s) => s.id)}::uuid[],
    ${stores.map((s) => s.code)}::text[],
    ${stores.map((s) => s.partnerCode)}::text[],
    ${stores.map((s) => s.title.ru)}::text[],
    ${stores.map((s) => s.title.en)}::text[],
    ${stores.map((s) => s.city.ru)}::text[],
    ${stores.map((s) => s.city.en)}::text[],
    ${stores.map((s) => s.regionCode)}::text[],
    ${stores.map((s) => s.formatCode)}::text[],
    ${stores.map((s) => s.zone)}::text[])
  on conflict do nothing`;

const addTerminals = (terminals: readonly Terminal[]): Statement => sql`
  insert into partners.terminal
    (id, code, store_id, key_epoch, key_version, is_blocked, pseudo_member_id)
  select * from unnest(
    ${terminals.map((t) => t.id)}::uuid[],
    ${terminals.map((t) => t.code)}::text[],
    ${terminals.map((t) => t.store.id)}::uuid[],
    ${terminals.map((t) => t.keyEpoch)}::int[],
    ${terminals.map((t) => t.keyVersion)}::int[],
    ${terminals.map((t) => t.isBlocked)}::boolean[],
    ${terminals.map((t) => t.pseudoMemberId)}::bigint[])
  on conflict do nothing`;

const addGroups = (groups: readonly GoodsGroup[]): Statement => sql`
  insert into partners.goods_group (code, parent_code, title_ru, title_en)
  select * from unnest(
    ${groups.map((g) => g.code)}::text[],
    ${groups.map((g) => g.parentCode)}::text[],
    ${groups.map((g) => g.title.ru)}::text[],
    ${groups.map((g) => g.title.en)}::text[])
  on conflict do nothing`;

const addGoods = (goods: readonly Goods[]): Statement => sql`
  insert into partners.goods (sku, group_code, title_ru, title_en, price_kopecks, is_weighed)
  select * from unnest(
    ${goods.map((g) => g.sku)}::text[],
    ${goods.map((g) => g.groupCode)}::text[],
    ${goods.map((g) => g.title.ru)}::text[],
    ${goods.map((g) => g.title.en)}::text[],
    ${goods.map((g) => g.priceKopecks)}::bigint[],
    ${goods.map((g) => g.isWeighed)}::boolean[])
  on conflict do nothing`;
