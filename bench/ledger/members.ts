import { enter, openBook, postAccrual, stateOf } from '#modules/ledger/core/index.ts';
import { writeBooks } from '#modules/ledger/index.ts';
import { type Database, sql } from '#platform/db/index.ts';
import { BUCKETS, bucketOf, type MemberId, mintMemberId, uuidv7 } from '#shared/ids.ts';
import { type Instant, instant } from '#shared/time.ts';
import { randomOf } from '../../db/seed/random.ts';

/** Points that a member of the benchmark begins with, in one lot: more than a run spends. */
export const OPENING_POINTS = 10_000;

const CHUNK = 1_000;
const DAY_MS = 86_400_000;

/** Gives members an account with one lot each, by the thousand, entries and chains included. */
export async function openAccounts(
  db: Database,
  currencyCode: string,
  count: number,
): Promise<readonly MemberId[]> {
  const random = randomOf('bench-ledger-members');
  const at = instant(Date.now() - DAY_MS);
  const members = Array.from({ length: count }, () =>
    mintMemberId(random.bytes(5), random.int(BUCKETS)),
  );
  for (let from = 0; from < count; from += CHUNK) {
    const books = members
      .slice(from, from + CHUNK)
      .map((member) => openedBook(member, { currencyCode, at, id: idsOf(random, at) }));
    await db.transaction((tx) => tx.pipeline(writeBooks(books)));
  }
  await db.run(sql`analyze`);
  return members;
}

function idsOf(random: ReturnType<typeof randomOf>, at: Instant) {
  return (member: MemberId) => uuidv7(at, random.bytes(10), bucketOf(member));
}

function openedBook(
  memberId: MemberId,
  how: {
    readonly currencyCode: string;
    readonly at: Instant;
    readonly id: (member: MemberId) => string;
  },
) {
  const { at, id } = how;
  const book = openBook({ bucket: bucketOf(memberId), memberId });
  const lot = {
    id: id(memberId),
    points: OPENING_POINTS,
    promotionCode: 'opening',
    activeFrom: at,
    expiresAt: null,
  };
  const cause = {
    operationId: id(memberId),
    receiptId: null,
    occurredAt: at,
    postedAt: at,
    partnerCode: 'bench',
  };
  enter(book, postAccrual(stateOf(book, how.currencyCode), [lot], cause));
  return book;
}
