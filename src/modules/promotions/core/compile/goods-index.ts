import type { BasketLine } from '../facts.ts';
import type { GoodsNames } from './goods-filter.ts';

/** Which lists of names in a rule set have the goods of a line. */
export type GoodsIndex = {
  readonly bySku: ReadonlyMap<string, readonly number[]>;
  readonly byGroup: ReadonlyMap<string, readonly number[]>;
  readonly byBrand: ReadonlyMap<string, readonly number[]>;
  readonly bySupplier: ReadonlyMap<string, readonly number[]>;
  /** What SKUs came to, groups and brands included. */
  readonly known: Map<string, KnownSku>;
};

/** Lists that name a SKU, as it was described when it was last seen. */
type KnownSku = {
  groupCodes: readonly string[];
  readonly brandCode: string | undefined;
  readonly supplierCode: string | undefined;
  readonly ids: readonly number[];
};

// A chain has tens of thousands of SKUs; the bound keeps a replay of years from filling the memory.
const KNOWN_MAX = 100_000;

/** Inverts lists of names: from each name to the numbers of the lists that have it. */
export function buildGoodsIndex(lists: readonly GoodsNames[]): GoodsIndex {
  const bySku = new Map<string, number[]>();
  const byGroup = new Map<string, number[]>();
  const byBrand = new Map<string, number[]>();
  const bySupplier = new Map<string, number[]>();
  lists.forEach((names, id) => {
    add(bySku, names.skus, id);
    add(byGroup, names.groupCodes, id);
    add(byBrand, names.brandCodes, id);
    add(bySupplier, names.supplierCodes, id);
  });
  return { bySku, byGroup, byBrand, bySupplier, known: new Map() };
}

/**
 * Lists that name the goods of a line, ascending. Remembered by SKU: in one directory a SKU always has
 * the same groups, and then one look-up is all it takes.
 */
export function listsNaming(index: GoodsIndex, line: BasketLine): readonly number[] {
  const known = index.known.get(line.sku);
  if (known !== undefined && isAsBefore(known, line)) return known.ids;
  const ids = idsOf(index, line);
  const { groupCodes, brandCode, supplierCode } = line;
  if (index.known.size >= KNOWN_MAX) index.known.clear();
  index.known.set(line.sku, { groupCodes, brandCode, supplierCode, ids });
  return ids;
}

function isAsBefore(known: KnownSku, line: BasketLine): boolean {
  if (known.brandCode !== line.brandCode || known.supplierCode !== line.supplierCode) return false;
  const { groupCodes } = known;
  if (groupCodes === line.groupCodes) return true;
  if (groupCodes.length !== line.groupCodes.length) return false;
  for (let i = 0; i < groupCodes.length; i += 1) {
    if (groupCodes[i] !== line.groupCodes[i]) return false;
  }
  // A directory hands out one list for a SKU again and again: then it is known at sight.
  known.groupCodes = line.groupCodes;
  return true;
}

function idsOf(index: GoodsIndex, line: BasketLine): readonly number[] {
  const ids = new Set(index.bySku.get(line.sku));
  for (const code of line.groupCodes) addAll(ids, index.byGroup.get(code));
  if (line.brandCode !== undefined) addAll(ids, index.byBrand.get(line.brandCode));
  if (line.supplierCode !== undefined) addAll(ids, index.bySupplier.get(line.supplierCode));
  return [...ids].sort((a, b) => a - b);
}

function addAll(ids: Set<number>, more: readonly number[] | undefined): void {
  for (const id of more ?? []) ids.add(id);
}

function add(byName: Map<string, number[]>, names: readonly string[], id: number): void {
  for (const name of names) {
    const ids = byName.get(name);
    if (ids === undefined) byName.set(name, [id]);
    else if (ids.at(-1) !== id) ids.push(id);
  }
}
