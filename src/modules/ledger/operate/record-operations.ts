import { type Session, sql } from '#platform/db/index.ts';
import { appendOperations } from '#platform/operation.ts';
import { outboxRows } from '#platform/outbox/index.ts';
import { closeTransits, openTransits } from '../sql/transits.ts';
import { writeBooks } from '../write-books.ts';
import type { BatchRecord } from './batch.ts';

/** Writes operations, ledger, transits and outbox, and commits: one round trip, all or nothing. */
export async function recordOperations(session: Session, record: BatchRecord): Promise<void> {
  if (record.operations.length === 0) {
    await session.run(sql`rollback`);
    return;
  }
  const transits = [...record.transits.values()];
  const opened = transits.filter(({ id }) => !record.storedTransitIds.has(id));
  const closed = transits.filter(({ id }) => record.storedTransitIds.has(id));
  await session.pipeline([
    appendOperations(record.operations),
    ...writeBooks(record.books),
    ...(opened.length === 0 ? [] : [openTransits(opened)]),
    ...(closed.length === 0 ? [] : [closeTransits(closed)]),
    ...(record.events.length === 0 ? [] : [outboxRows(record.events)]),
    ...record.alongside,
    sql`commit`,
  ]);
}
