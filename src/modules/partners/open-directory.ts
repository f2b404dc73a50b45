import type { Database } from '#platform/db/index.ts';
import { present } from '#shared/assert.ts';
import { type Directory, directoryOf, type Store, type Terminal } from './core/index.ts';
import {
  readGoods,
  readGroups,
  readPartners,
  readStores,
  readTerminals,
  readVersion,
  type StoreRow,
  type TerminalRow,
} from './sql/read-directory.ts';

/** The coalition's reference data as this server knows it. */
export type OpenDirectory = {
  current(): Directory;
  /** Reads the tables again if their version has moved. */
  refresh(): Promise<void>;
};

/** Reads the directory and keeps it in memory: tills are answered without asking the database. */
export async function openDirectory(db: Database): Promise<OpenDirectory> {
  let current = await readAll(db);
  return {
    current: () => current,
    async refresh() {
      const [row] = await db.run(readVersion());
      if (row !== undefined && row.version !== current.version) current = await readAll(db);
    },
  };
}

async function readAll(db: Database): Promise<Directory> {
  // The version is read first: a change that slips in between is read again at the next refresh.
  const [version] = await db.run(readVersion());
  const [partners, storeRows, terminalRows, groups, goods] = await db.pipeline([
    readPartners(),
    readStores(),
    readTerminals(),
    readGroups(),
    readGoods(),
  ]);
  const stores = storeRows.map(storeFromRow);
  const storeById = new Map(stores.map((store) => [store.id, store]));
  return directoryOf({
    version: version?.version ?? 0,
    partners: partners.map((row) => ({
      code: row.code,
      title: { ru: row.title_ru, en: row.title_en },
    })),
    stores,
    terminals: terminalRows.map((row) => terminalFromRow(row, storeById)),
    groups: groups.map((row) => ({
      code: row.code,
      parentCode: row.parent_code,
      title: { ru: row.title_ru, en: row.title_en },
    })),
    goods: goods.map((row) => ({
      sku: row.sku,
      groupCode: row.group_code,
      title: { ru: row.title_ru, en: row.title_en },
      priceKopecks: row.price_kopecks,
      isWeighed: row.is_weighed,
    })),
  });
}

function storeFromRow(row: StoreRow): Store {
  return {
    id: row.id,
    code: row.code,
    partnerCode: row.partner_code,
    title: { ru: row.title_ru, en: row.title_en },
    city: { ru: row.city_ru, en: row.city_en },
    regionCode: row.region_code,
    formatCode: row.format_code,
    zone: row.zone,
  };
}

function terminalFromRow(row: TerminalRow, storeById: ReadonlyMap<string, Store>): Terminal {
  return {
    id: row.id,
    code: row.code,
    store: present(storeById.get(row.store_id), `store of terminal ${row.code}`),
    keyEpoch: row.key_epoch,
    keyVersion: row.key_version,
    isBlocked: row.is_blocked,
    pseudoMemberId: row.pseudo_member_id,
  };
}
