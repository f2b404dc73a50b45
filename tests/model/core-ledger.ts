import { Value } from 'typebox/value';
import {
  type Account,
  accountOf,
  allLots,
  type Book,
  type Entry,
  findOperation,
  type Hold,
  type Lot,
  needsLots,
  type Operation,
  openBook,
  recounted,
  spendable,
  type Transit,
  termsWithDefaults,
} from '#modules/ledger/core/index.ts';
import { assert, present } from '#shared/assert.ts';
import { bucketOf, type MemberId, memberId, uuidv7 } from '#shared/ids.ts';
import { instant } from '#shared/time.ts';
import { type Ledger, productParams } from './ledger.ts';
import type { Ask, Rules, TwinAnswer } from './twin/asks.ts';
import { midnightOf } from './twin/dates.ts';
import type { View } from './view.ts';

const DAY = 86_400_000;

/** Rows of one member, as the database would keep them. */
type Rows = {
  accounts: Account[];
  lots: Lot[];
  holds: Hold[];
  entries: Entry[];
};

/** What the pure core keeps between two operations, in place of a database. */
type Store = {
  readonly rules: Rules;
  readonly rowsByMember: Map<MemberId, Rows>;
  readonly transits: Map<string, Transit>;
  lotsMade: number;
};

/**
 * The pure core over rows in memory. It is read and counted exactly as much as the story would: lots only
 * where the operation needs them or the account's own count is stale.
 */
export function coreLedger(rules: Rules): Ledger {
  const store: Store = { rules, rowsByMember: new Map(), transits: new Map(), lotsMade: 0 };
  return {
    apply: async (ask) => apply(store, ask),
    view: async (id) => viewOf(rowsOf(store, memberId(id))),
  };
}

function apply(store: Store, ask: Ask): TwinAnswer {
  const operation = present(findOperation(ask.kind), `operation ${ask.kind}`);
  const params = productParams(ask, store.transits);
  assert(Value.Check(operation.params, params), `parameters of ${ask.kind} have their shape`);
  const owner = memberId(ask.memberId);
  const rows = rowsOf(store, owner);
  const book = bookOf(rows, operation, ask);
  const decided = operation.decide(book, params as never, {
    cause: {
      operationId: ask.operationId,
      receiptId: ask.receiptId,
      occurredAt: instant(ask.occurredAt),
      postedAt: instant(ask.now),
      partnerCode: ask.partnerCode,
    },
    zone: ask.zone,
    termsOf: (code) => {
      const terms = store.rules.termsOf(code);
      return terms === undefined ? undefined : termsWithDefaults(terms);
    },
    exchangeOf: store.rules.exchangeOf,
    newLotId: () => {
      store.lotsMade += 1;
      return countedId(ask.now, store.lotsMade);
    },
    earlier: earlierOf(store, operation, ask),
    transit: transitOf(store, ask),
  });
  if (!decided.isGood) {
    assert(book.entries.length === 0, 'a refusal posts nothing');
    return { isGood: false, code: decided.code, details: decided.details ?? {} };
  }
  if (decided.transit !== undefined) store.transits.set(decided.transit.id, decided.transit);
  keep(rows, book);
  return { isGood: true, result: decided.result, accounts: movedAccounts(book) };
}

/** A UUIDv7 whose order is that of the count. */
function countedId(now: number, count: number): string {
  const bytes = new Uint8Array(10);
  for (let place = 0; place < 4; place += 1) bytes[2 + place] = (count >>> (24 - 8 * place)) & 0xff;
  return uuidv7(now, bytes);
}

function rowsOf(store: Store, owner: MemberId): Rows {
  const rows = store.rowsByMember.get(owner) ?? { accounts: [], lots: [], holds: [], entries: [] };
  store.rowsByMember.set(owner, rows);
  return rows;
}

function bookOf(rows: Rows, { needs }: Operation, ask: Ask): Book {
  const owner = memberId(ask.memberId);
  const now = instant(ask.now);
  const hasLots = (account: Account) => needs.includes('lots') || needsLots(account, now);
  const counted = new Set(rows.accounts.filter(hasLots).map((account) => account.currencyCode));
  const pointed = pointedLots(rows, ask);
  const lots = rows.lots.filter(
    (lot) => (lot.remaining > 0 && counted.has(lot.currencyCode)) || pointed.has(lot.id),
  );
  const accounts = rows.accounts.map((account) => {
    const own = lots.filter((lot) => lot.currencyCode === account.currencyCode);
    return counted.has(account.currencyCode) ? recounted(account, own, now) : account;
  });
  const asked = holdIdsOf(ask);
  const holds = rows.holds.filter((hold) => asked.includes(hold.id));
  return openBook({ bucket: bucketOf(owner), memberId: owner }, { accounts, lots, holds });
}

function holdIdsOf({ params }: Ask): readonly string[] {
  if ('holdId' in params) return [params.holdId];
  return 'holdIds' in params ? params.holdIds : [];
}

/** Lots of the earlier operation that the parameters point at, those without points too. */
function pointedLots(rows: Rows, ask: Ask): ReadonlySet<string> {
  const id = pointedOperation(ask);
  const named = rows.entries.filter((entry) => entry.operationId === id || entry.memo === id);
  return new Set(id === null ? [] : named.flatMap((entry) => entry.lots).map((lot) => lot.id));
}

function pointedOperation({ params }: Ask): string | null {
  if ('ofOperationId' in params) return params.ofOperationId;
  return 'transitId' in params ? params.transitId : null;
}

function earlierOf(store: Store, { needs }: Operation, ask: Ask) {
  const rows = rowsOf(store, memberId(ask.memberId));
  const pointed = pointedOperation(ask);
  const since = (kinds: readonly string[], moment: number) =>
    rows.entries.filter((entry) => kinds.includes(entry.kind) && entry.postedAt >= moment);
  const wanted = new Set<Entry>();
  if (pointed !== null && (needs.includes('earlier-entries') || needs.includes('transit'))) {
    const isPointed = (entry: Entry) => entry.operationId === pointed || entry.memo === pointed;
    for (const entry of rows.entries.filter(isPointed)) wanted.add(entry);
  }
  if (needs.includes('expiries') && 'currencyCode' in ask.params) {
    const days = store.rules.termsOf(ask.params.currencyCode)?.reactivation?.withinDays ?? 0;
    for (const entry of since(['expiry', 'reactivation'], ask.now - days * DAY)) wanted.add(entry);
  }
  if (needs.includes('sent-today')) {
    const midnight = midnightOf(ask.now, ask.zone);
    for (const entry of since(['transfer-out', 'transfer-back'], midnight)) wanted.add(entry);
  }
  return [...wanted]
    .map((entry) => ({ ...entry, currencyCode: entry.account.currencyCode }))
    .sort((a, b) => byCode(a.currencyCode, b.currencyCode) || a.seq - b.seq);
}

function byCode(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function transitOf(store: Store, ask: Ask): Transit | undefined {
  if (!('transitId' in ask.params)) return undefined;
  const transit = store.transits.get(ask.params.transitId);
  // The story looks among the transits that this member has sent.
  return transit?.memberId === ask.memberId ? transit : undefined;
}

function keep(rows: Rows, book: Book): void {
  const lots = new Map([...rows.lots, ...allLots(book)].map((lot) => [lot.id, lot]));
  const holds = new Map([...rows.holds, ...book.holds.values()].map((hold) => [hold.id, hold]));
  // In the order of ids, as a database that has no order of its own must not matter.
  rows.lots = [...lots.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  rows.holds = [...holds.values()];
  // What was only counted anew is not written.
  const moved = new Set(book.entries.map((entry) => entry.account.currencyCode));
  rows.accounts = [
    ...rows.accounts.filter((account) => !moved.has(account.currencyCode)),
    ...[...moved].map((currencyCode) => accountOf(book, currencyCode)),
  ];
  rows.entries = [...rows.entries, ...book.entries];
}

function movedAccounts(book: Book) {
  const codes = new Set(book.entries.map((entry) => entry.account.currencyCode));
  return [...codes].sort().map((currencyCode) => {
    const account = accountOf(book, currencyCode);
    return {
      currencyCode,
      seq: account.seq,
      balancePoints: account.balance - account.debt,
      spendablePoints: spendable(account),
      heldPoints: account.held,
      debtPoints: account.debt,
    };
  });
}

function viewOf(rows: Rows): View {
  return {
    accounts: rows.accounts,
    lots: rows.lots,
    entries: rows.entries.map((entry) => ({ ...entry, currencyCode: entry.account.currencyCode })),
    holds: rows.holds,
  };
}
