import { type Database, rawSql, type Session } from '#platform/db/index.ts';
import { assert } from '#shared/assert.ts';
import { bucketOf, type MemberId } from '#shared/ids.ts';
import { readCommodities } from '../sql/read-commodities.ts';
import { readEntryLines } from '../sql/verify-rows.ts';
import { entryFromLine } from '../verify/entry-row.ts';
import { everyMember, type MembersToCheck } from '../verify/members-to-check.ts';
import { journalHead } from './journal-text.ts';
import { type JournalPeriod, openJournal } from './open-journal.ts';

export type JournalRequest = JournalPeriod & {
  /** Absent = every member. */
  readonly memberId?: MemberId;
};

/**
 * The ledger as a journal that hledger reads, piece by piece: one transaction an entry, dated by the day of
 * posting. The balance of `member:<id>` is the account's balance less its debt; below it stand
 * `:available`, `:held` and `:debt`. Everything is of one moment: one snapshot is held until the end.
 */
export async function exportJournal(
  db: Database,
  request: JournalRequest,
  write: (text: string) => Promise<void>,
): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.run(rawSql('set transaction isolation level repeatable read, read only'));
    const commodities = await tx.run(readCommodities());
    await write(journalHead(commodities));
    const journal = openJournal(commodities, request);
    const members = request.memberId === undefined ? everyMember() : only(request.memberId);
    for (;;) {
      const scope = await members(tx);
      if (scope === null) break;
      for await (const page of readEntryLines(tx, scope)) {
        for (const { line } of page) {
          const { entry, isExact } = entryFromLine(line);
          const { memberId, currencyCode } = entry.account;
          assert(isExact, `entry ${entry.seq} of ${memberId} ${currencyCode} cannot be read`);
          journal.add(entry);
        }
        await write(journal.take());
      }
    }
    await write(journal.end());
  });
}

function only(memberId: MemberId): MembersToCheck {
  const key = { bucket: String(bucketOf(memberId)), member_id: String(memberId) };
  let isDone = false;
  return async (_session: Session) => {
    if (isDone) return null;
    isDone = true;
    return { members: [key] };
  };
}
