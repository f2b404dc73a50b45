import { memberWireId } from '#modules/members/core/index.ts';
import type { Clock } from '#platform/clock.ts';
import type { Database, Session } from '#platform/db/index.ts';
import { assert } from '#shared/assert.ts';
import { bucketOf, type MemberId } from '#shared/ids.ts';
import { refusals } from '#shared/refusal.ts';
import {
  endOfDay,
  formatInstant,
  type Instant,
  instant,
  isZone,
  type LocalDate,
  parseLocalDate,
  startOfDay,
} from '#shared/time.ts';
import type { Statement, StatementQuery } from '../admin-contract.ts';
import type { Entry } from '../core/index.ts';
import type { Currencies } from '../currencies.ts';
import { lotFromRow } from '../open-books.ts';
import { PROGRAMME_ZONE } from '../programme-zone.ts';
import { holdFromRow, readHolds } from '../sql/holds.ts';
import { readLotsAnd } from '../sql/read-lots.ts';
import { readEntryLines } from '../sql/verify-rows.ts';
import { entryFromLine } from '../verify/entry-row.ts';
import { replay } from './replay.ts';
import { statementAccount } from './statement-account.ts';

export type StatementDeps = {
  readonly db: Database;
  readonly clock: Clock;
  readonly currencies: Pick<Currencies, 'find'>;
};

const refuse = refusals({
  /** A day of the period does not exist, or the last one is before the first one, or the zone is unknown. */
  'statement-period-wrong': {
    status: 400,
    text: { ru: 'Такого периода выписки нет.', en: 'There is no such period of a statement.' },
    remedy: {
      ru: 'Дни пишутся как ГГГГ-ММ-ДД, первый не позже последнего, пояс — имя из IANA.',
      en: 'Days are written YYYY-MM-DD, the first one is not after the last one, the zone is an IANA name.',
    },
  },
  /** More than 20,000 movements in the period. */
  'statement-too-long': {
    status: 422,
    text: { ru: 'В выписке слишком много движений.', en: 'The statement has too many movements.' },
    remedy: { ru: 'Возьмите период короче.', en: 'Ask for a shorter period.' },
  },
});

const MOVEMENTS_MAX = 20_000;

/**
 * A member's accounts over a period: what stood there before, what moved, what stood there after, and what
 * was known then of points that would wake and burn. It is the ledger played again up to that moment, so
 * the same period gives the same statement for ever.
 * @throws Refusal statement-period-wrong, statement-too-long
 */
export async function readStatement(
  deps: StatementDeps,
  memberId: MemberId,
  query: StatementQuery,
): Promise<Statement> {
  const { from, to, zone, period } = periodOf(query, deps.clock.now());
  const entries = await readEntries(deps.db, memberId);
  const replayed = [...Map.groupBy(entries, (entry) => entry.account.currencyCode)]
    .map(([currencyCode, own]) => ({ currencyCode, ...replay(own, period) }))
    .filter((account) => account.movements.length > 0 || isSomething(account.closing));
  const count = replayed.reduce((sum, account) => sum + account.movements.length, 0);
  if (count > MOVEMENTS_MAX) throw refuse('statement-too-long', { details: { count } });
  const [lotRows, holdRows] = await deps.db.pipeline([
    readLotsAnd(memberId, [...new Set(replayed.flatMap(lotIdsOf))]),
    readHolds(
      [memberId],
      replayed.flatMap((account) => [...account.openHoldIds]),
    ),
  ] as const);
  const more = {
    lots: new Map(lotRows.map((row) => [row.id, lotFromRow(row)])),
    holds: new Map(holdRows.map((row) => [row.id, holdFromRow(row)])),
    currencies: deps.currencies,
    memberId,
    at: { now: period.until, zone },
  };
  return {
    memberId: memberWireId(memberId),
    from,
    to,
    zone,
    asOf: formatInstant(period.until),
    accounts: replayed.map((account) => statementAccount(account, more)),
  };
}

function periodOf({ from, to, zone = PROGRAMME_ZONE }: StatementQuery, now: Instant) {
  const [first, last] = [parseLocalDate(from), parseLocalDate(to)];
  if (first === undefined) throw refuse('statement-period-wrong', { path: '/from' });
  if (last === undefined || last < first) throw refuse('statement-period-wrong', { path: '/to' });
  if (!isZone(zone)) throw refuse('statement-period-wrong', { path: '/zone' });
  return { from: first, to: last, zone, period: between(first, last, { zone, now }) };
}

/** A day that has not ended yet ends now. */
function between(
  from: LocalDate,
  to: LocalDate,
  { zone, now }: { readonly zone: string; readonly now: Instant },
) {
  const until = instant(Math.min(endOfDay(to, zone), now));
  return { from: startOfDay(from, zone), until };
}

async function readEntries(session: Session, memberId: MemberId): Promise<readonly Entry[]> {
  const key = { bucket: String(bucketOf(memberId)), member_id: String(memberId) };
  const entries: Entry[] = [];
  for await (const page of readEntryLines(session, { members: [key] })) {
    for (const { line } of page) {
      const { entry, isExact } = entryFromLine(line);
      assert(isExact, `entry ${entry.seq} of ${memberId} can be read`);
      entries.push(entry);
    }
  }
  return entries;
}

/** Lots that the statement tells something of: those with points, and those that moved. */
function lotIdsOf({
  pointsByLot,
  movements,
}: Pick<ReturnType<typeof replay>, 'pointsByLot' | 'movements'>): readonly string[] {
  const moved = movements.flatMap((entry) => entry.lots.map((lot) => lot.id));
  return [...pointsByLot.keys(), ...moved];
}

function isSomething({ balance, debt }: { readonly balance: number; readonly debt: number }) {
  return balance !== 0 || debt !== 0;
}
