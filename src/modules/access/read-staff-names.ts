import type { Database } from '#platform/db/index.ts';
import { readNames } from './sql/people.ts';

/** Names of the staff by person id; an id that is nobody's is not in the map. */
export async function readStaffNames(
  db: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.run(readNames([...new Set(ids)]));
  return new Map(rows.map((row) => [row.id, row.name]));
}
