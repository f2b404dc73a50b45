import { uuidv7 } from '#shared/ids.ts';
import { formatInstant, type Instant, instant } from '#shared/time.ts';
import { type Database, rawSql, sql, sqlState } from './index.ts';

const MONTHS_BACK = 2;
const MONTHS_AHEAD = 3;

/** A table partitioned by month: over a timestamp, or over UUIDv7 ids by the time inside them. */
export type PartitionedTable = {
  readonly name: string;
  readonly by: 'timestamptz' | 'uuid';
  /** Nobody may change or delete rows, the owner included: it takes the privileges from itself. */
  readonly isAppendOnly?: boolean;
};

/**
 * Makes the monthly partitions from two months ago to three months ahead of `now`, those that are not
 * there. Runs at the start and every hour, months before a partition is needed.
 */
export async function ensurePartitions(
  db: Database,
  tables: readonly PartitionedTable[],
  now: Instant,
): Promise<void> {
  for (let month = -MONTHS_BACK; month <= MONTHS_AHEAD; month += 1) {
    const from = monthStart(now, month);
    const to = monthStart(now, month + 1);
    const suffix = formatInstant(from).slice(0, 7).replace('-', '_');
    for (const { name, by, isAppendOnly } of tables) {
      const bound = by === 'uuid' ? firstId : formatInstant;
      await ensureOne(db, {
        name: `${name}_${suffix}`,
        of: name,
        from: bound(from),
        to: bound(to),
        isAppendOnly: isAppendOnly ?? false,
      });
    }
  }
}

type Partition = {
  readonly name: string;
  readonly of: string;
  readonly from: string;
  readonly to: string;
  readonly isAppendOnly: boolean;
};

async function ensureOne(db: Database, partition: Partition): Promise<void> {
  const { name, of, from, to } = partition;
  const [found] = await db.run(
    sql<{ is_there: boolean }>`select to_regclass(${name}) is not null as is_there`,
  );
  if (found?.is_there === true) return;
  try {
    await db.transaction(async (tx) => {
      await tx.run(
        rawSql(`create table ${name} partition of ${of} for values from ('${from}') to ('${to}')`),
      );
      if (!partition.isAppendOnly) return;
      await tx.run(rawSql(`revoke update, delete, truncate on ${name} from current_user`));
    });
  } catch (error) {
    // Another server was a moment faster.
    if (!ALREADY_THERE.has(sqlState(error))) throw error;
  }
}

/** duplicate_table; unique_violation, when two servers create it in the same instant. */
const ALREADY_THERE = new Set(['42P07', '23505']);

function monthStart(now: Instant, offset: number): Instant {
  const day = new Date(now);
  return instant(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + offset, 1));
}

/** The smallest uuid of a moment: the time, then zeros. */
function firstId(moment: Instant): string {
  const hex = uuidv7(moment, new Uint8Array(10)).slice(0, 13);
  return `${hex}-0000-0000-000000000000`;
}
