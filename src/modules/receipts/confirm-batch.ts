import { allLots, type Book, needsLots, type WorkContext } from '#modules/ledger/core/index.ts';
import { openBooks } from '#modules/ledger/index.ts';
import {
  type Decision,
  type Facts,
  type MemberFacts,
  PLAIN_MEMBER,
} from '#modules/promotions/core/index.ts';
import type { Aftermath, CountedFacts, Meters } from '#modules/promotions/index.ts';
import type { Statement } from '#platform/db/index.ts';
import type { OutboxEvent } from '#platform/outbox/index.ts';
import { present } from '#shared/assert.ts';
import { bucketOf, type MemberId } from '#shared/ids.ts';
import type { Instant, LocalDate } from '#shared/time.ts';
import { askingOf } from './asking.ts';
import type { ConfirmItem } from './confirm-item.ts';
import { asksForLots } from './core/asks-for-lots.ts';
import { balanceFacts } from './core/balance-facts.ts';
import { refuse } from './refusals.ts';
import type { loadFacts, StoredReceipt, Wanted } from './sql/load-facts.ts';
import type { BuyerTotal, ReceiptRow } from './sql/record-receipts.ts';

export type Rows = Awaited<ReturnType<typeof loadFacts>>;

/** Who buys, as known under the lock. */
export type Buyer = {
  readonly book: Book;
  /** null: an anonymous purchase. */
  readonly member: MemberFacts | null;
  /** Points by currency; none for an anonymous buyer. */
  readonly balances: Facts['balances'];
};

/** The state of a batch while its items are decided one after another. */
export type Batch = {
  readonly now: Instant;
  /** Receipts that are there: stored before, or accepted earlier in this batch. */
  readonly receiptById: Map<string, Omit<StoredReceipt, 'id'>>;
  readonly totalByOwner: Map<MemberId, BuyerTotal>;
  readonly record: {
    readonly receipts: ReceiptRow[];
    readonly books: readonly Book[];
    /** Totals of those who bought in this batch. */
    readonly buyers: Map<MemberId, BuyerTotal>;
    readonly events: OutboxEvent[];
    /** What promotions have counted. */
    readonly counted: Statement[];
  };
  readonly meters: Meters;
  buyerOf(item: ConfirmItem): Buyer;
  /** What promotions have counted of the item's buyer and store so far. */
  countedFor(item: ConfirmItem): CountedFacts;
  /** Takes what a decision uses; false: a shared limit was short, and the batch is decided again. */
  take(item: ConfirmItem, decision: Decision): Aftermath | false;
  contextOf(item: ConfirmItem, termsOf: WorkContext['termsOf']): WorkContext;
};

/** Owners of the items, each once, in the global lock order. */
function ownersOf(items: readonly ConfirmItem[]): MemberId[] {
  return [...new Set(items.map((item) => item.owner))].sort(
    (a, b) => bucketOf(a) - bucketOf(b) || a - b,
  );
}

/** Owners who want to pay with points, or whose lots promotions look at. */
function spendersOf(items: readonly ConfirmItem[]): MemberId[] {
  return ownersOf(
    items.filter(
      ({ request, ruleSet, isAnonymous }) =>
        (request.spendPoints ?? 0) > 0 || (!isAnonymous && asksForLots(ruleSet)),
    ),
  );
}

/** Which rows a batch needs. */
export function wantedBy(
  items: readonly ConfirmItem[],
): Pick<Wanted, 'owners' | 'spenders' | 'receiptIds' | 'receiptBuckets'> {
  return {
    owners: ownersOf(items),
    spenders: spendersOf(items),
    receiptIds: items.map((item) => item.receiptId),
    receiptBuckets: items.map((item) => bucketOf(item.owner)),
  };
}

/** Opens a batch over what was read under the locks. */
export function openBatch(
  items: readonly ConfirmItem[],
  rows: Rows,
  { now, meters }: Pick<Batch, 'now' | 'meters'>,
): Batch {
  const spenders = new Set(spendersOf(items));
  const books = openBooks(ownersOf(items), rows, {
    now,
    hasLots: (account) => spenders.has(account.memberId) || needsLots(account, rows.horizon),
  });
  const memberById = new Map(rows.members.map((row) => [row.member_id, row]));
  const totalByOwner = new Map(
    rows.buyers.map((row) => [
      row.member_id,
      { owner: row.member_id, purchases: row.purchases, payableKopecks: row.payable_kopecks },
    ]),
  );
  const memberOf = (item: ConfirmItem): MemberFacts | null => {
    if (item.isAnonymous) return null;
    const row = present(memberById.get(item.owner), `member ${item.owner}`);
    return {
      ...PLAIN_MEMBER,
      tierCode: row.tier_code,
      tags: row.tags,
      birthDate: row.birth_date as LocalDate | null,
      registeredOn: row.registered_on as LocalDate,
      purchasesBefore: totalByOwner.get(item.owner)?.purchases ?? 0,
    };
  };
  return {
    now,
    meters,
    receiptById: new Map(rows.receipts.map((row) => [row.id, row])),
    totalByOwner,
    record: {
      receipts: [],
      books: [...books.values()],
      buyers: new Map(),
      events: [],
      counted: [],
    },
    buyerOf(item) {
      const book = present(books.get(item.owner), `book of ${item.owner}`);
      const balances = item.isAnonymous
        ? {}
        : balanceFacts(book.accounts.values(), allLots(book), now);
      return { book, member: memberOf(item), balances };
    },
    countedFor: (item) => meters.factsOf(askingOf(item)),
    take: (item, decision) => meters.take(askingOf(item), decision),
    contextOf: (item, termsOf) => contextOf(item, termsOf, now),
  };
}

function contextOf(item: ConfirmItem, termsOf: WorkContext['termsOf'], now: Instant): WorkContext {
  return {
    cause: {
      operationId: item.receiptId,
      receiptId: item.receiptId,
      occurredAt: item.occurredAt,
      postedAt: now,
      partnerCode: item.terminal.store.partnerCode,
    },
    zone: item.terminal.store.zone,
    termsOf,
  };
}

/**
 * The stored answer, when this very request was confirmed before.
 * @throws Refusal operation-id-reused, receipt-cancelled
 */
export function settledBefore(item: ConfirmItem, batch: Batch): string | undefined {
  const stored = batch.receiptById.get(item.receiptId);
  if (stored === undefined) return undefined;
  if (stored.kind === 'void') throw refuse('receipt-cancelled');
  const isSame =
    stored.request_hash.equals(item.requestHash) &&
    stored.partner_code === item.terminal.store.partnerCode;
  if (!isSame) throw refuse('operation-id-reused');
  return stored.answer;
}
