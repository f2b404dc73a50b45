import { type Database, rawSql, type Session } from '#platform/db/index.ts';
import { type MemberScope, readEntryLines } from '../sql/verify-rows.ts';
import { openAccountSum, takeEntry } from './account-check.ts';
import { checkAccountRows } from './account-rows-check.ts';
import { entryFromLine } from './entry-row.ts';
import type { Finding } from './finding.ts';
import type { MembersToCheck } from './members-to-check.ts';
import { readScopeRows } from './scope-rows.ts';
import { type Cuts, gatherLeaves, type Leaf } from './windows.ts';

/** What is told while accounts are checked. */
export type AccountsListener = {
  readonly onFinding: (finding: Finding) => void;
  /** What an account posted under the anchors; buckets come one after another. */
  readonly onLeaves: (bucket: number, leaves: readonly Leaf[], session: Session) => Promise<void>;
  readonly onEntries: (count: number, sinceLastCut: number, bucket: number) => void;
  readonly onAccounts: (count: number) => void;
};

/** Entries in one snapshot, about: a snapshot that lives long keeps the database from tidying up. */
const ENTRIES_PER_SNAPSHOT = 200_000;

/**
 * Checks accounts with everything that belongs to them, some at a time. Each lot of accounts is read in
 * one snapshot, so sales that go on meanwhile are either wholly seen or not at all.
 * @param db a pool, or a session that is in one snapshot already
 */
export async function checkAccounts(
  db: Database | Session,
  members: MembersToCheck,
  how: { readonly cuts: Cuts; readonly listener: AccountsListener },
): Promise<void> {
  let isDone = false;
  while (!isDone) isDone = await inSnapshot(db, (session) => checkSome(session, members, how));
}

function inSnapshot<T>(db: Database | Session, work: (session: Session) => Promise<T>): Promise<T> {
  if (!('transaction' in db)) return work(db);
  return db.transaction(async (tx) => {
    await tx.run(rawSql('set transaction isolation level repeatable read, read only'));
    return work(tx);
  });
}

/** @returns whether that was all */
async function checkSome(
  session: Session,
  members: MembersToCheck,
  how: { readonly cuts: Cuts; readonly listener: AccountsListener },
): Promise<boolean> {
  let entries = 0;
  while (entries < ENTRIES_PER_SNAPSHOT) {
    const scope = await members(session);
    if (scope === null) return true;
    entries += await checkScope(session, scope, how);
  }
  return false;
}

async function checkScope(
  tx: Session,
  scope: MemberScope,
  { cuts, listener }: { readonly cuts: Cuts; readonly listener: AccountsListener },
): Promise<number> {
  const rows = await readScopeRows(tx, scope);
  const leaves = gatherLeaves(cuts);
  const lastCut = cuts.cuts.at(-1)?.cutAt ?? cuts.from;
  let entries = 0;
  let sum = openAccountSum('0', '');
  let [bucket, memberId] = [-1, 0];
  const close = async () => {
    if (bucket < 0) return;
    for (const finding of checkAccountRows(sum, rows.take(sum))) listener.onFinding(finding);
    await listener.onLeaves(bucket, leaves.close(), tx);
  };
  for await (const page of readEntryLines(tx, scope)) {
    let sinceLastCut = 0;
    for (const { line } of page) {
      const read = entryFromLine(line);
      const { account, postedAt } = read.entry;
      if (account.memberId !== memberId || account.currencyCode !== sum.currencyCode) {
        await close();
        sum = openAccountSum(String(account.memberId), account.currencyCode);
        ({ bucket, memberId } = account);
      }
      for (const finding of takeEntry(sum, read)) listener.onFinding(finding);
      leaves.add(read);
      if (postedAt >= lastCut) sinceLastCut += 1;
    }
    entries += page.length;
    listener.onEntries(page.length, sinceLastCut, bucket);
  }
  await close();
  // Accounts to which nothing was ever posted, and lots without an account.
  for (const { memberId, currencyCode } of rows.rest()) {
    const empty = openAccountSum(memberId, currencyCode);
    for (const finding of checkAccountRows(empty, rows.take(empty))) listener.onFinding(finding);
  }
  listener.onAccounts(rows.accounts);
  return entries;
}
