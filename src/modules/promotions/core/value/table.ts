import type { KeyFact, TableKey, TableRow } from './value.ts';

/** A matrix ready to look up: the value of the row that says most about the keys; 0 when none does. */
export type CompiledTable = (keys: readonly KeyFact[]) => number;

/** A row and its place in the written order. */
type Row = TableRow & { readonly order: number };

/** Rows that name the same keys, found by the first key that they name. */
type Pattern = {
  /** Places of the named keys. */
  readonly places: readonly number[];
  readonly byFirst: ReadonlyMap<TableKey, readonly Row[]>;
};

/**
 * Makes a matrix ready. Of the rows whose every key equals or is null, the one with most keys named
 * wins; then the one that names a key further left; then the one written first.
 */
export function compileTable(rows: readonly TableRow[]): CompiledTable {
  const patterns = patternsOf(rows);
  return (keys) => {
    for (const pattern of patterns) {
      const row = rowOf(pattern, keys);
      if (row !== undefined) return row.value;
    }
    return 0;
  };
}

function patternsOf(rows: readonly TableRow[]): readonly Pattern[] {
  const byMask = new Map<string, Row[]>();
  rows.forEach((row, order) => {
    const mask = row.keys.map((key) => (key === null ? '.' : 'x')).join('');
    push(byMask, mask, { ...row, order });
  });
  return [...byMask]
    .sort(([a], [b]) => bySpecificity(a, b))
    .map(([mask, same]) => patternOf(mask, same));
}

// A key named further left comes first; 'x' sorts behind '.', so the masks are turned round.
function bySpecificity(a: string, b: string): number {
  const named = (mask: string) => mask.replaceAll('.', '').length;
  return named(b) - named(a) || (a > b ? -1 : 1);
}

function patternOf(mask: string, rows: readonly Row[]): Pattern {
  const places = [...mask].flatMap((mark, place) => (mark === 'x' ? [place] : []));
  const byFirst = new Map<TableKey, Row[]>();
  for (const row of rows) push(byFirst, row.keys[places[0] ?? -1] ?? null, row);
  return { places, byFirst };
}

function push<Key>(rowsByKey: Map<Key, Row[]>, key: Key, row: Row): void {
  const rows = rowsByKey.get(key);
  if (rows === undefined) rowsByKey.set(key, [row]);
  else rows.push(row);
}

function rowOf({ places, byFirst }: Pattern, keys: readonly KeyFact[]): Row | undefined {
  const [first] = places;
  // A row that names nothing holds always.
  if (first === undefined) return byFirst.get(null)?.[0];
  const key = keys[first];
  if (typeof key !== 'object') return firstMatch(byFirst.get(keyOf(key)), places, keys);
  // A line has several groups: of the rows of all of them the one written first.
  let best: Row | undefined;
  for (const group of key) {
    const row = firstMatch(byFirst.get(group), places, keys);
    if (row !== undefined && (best === undefined || row.order < best.order)) best = row;
  }
  return best;
}

function firstMatch(
  rows: readonly Row[] | undefined,
  places: readonly number[],
  keys: readonly KeyFact[],
): Row | undefined {
  if (rows === undefined) return undefined;
  for (const row of rows) if (matches(row, places, keys)) return row;
  return undefined;
}

function matches(row: Row, places: readonly number[], keys: readonly KeyFact[]): boolean {
  for (const place of places) {
    const fact = keys[place];
    const key = row.keys[place];
    const isEqual =
      typeof fact === 'object' ? typeof key === 'string' && fact.includes(key) : fact === key;
    if (!isEqual) return false;
  }
  return true;
}

// An absent fact and a boolean equal no key; no row is filed under undefined.
function keyOf(key: KeyFact): TableKey {
  return typeof key === 'string' || typeof key === 'number' ? key : ABSENT;
}

const ABSENT = Number.NaN;
