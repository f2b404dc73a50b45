import assert from 'node:assert/strict';
import type { Static } from 'typebox';
import { bucketOf, type MemberId, memberId, uuidv7 } from '#shared/ids.ts';
import { type Instant, instant } from '#shared/time.ts';
import { type Account, recounted } from '../core/account.ts';
import { accountOf, type Book, openBook, stateOf } from '../core/book.ts';
import { type CurrencyTermsShape, termsWithDefaults } from '../core/currency-terms.ts';
import type { Entry } from '../core/entry.ts';
import type { Lot } from '../core/lot.ts';
import type { Cause } from '../core/move.ts';
import type { Decided, Exchange, Operation, OperationContext } from '../core/operation.ts';
import { findOperation } from '../core/operations/index.ts';
import type { Transit } from '../core/transit.ts';
import { NOW } from './builders.ts';
import { assertSettled, assertSound } from './invariants.ts';

type Terms = Static<typeof CurrencyTermsShape>;
type Result = Readonly<Record<string, unknown>>;
type About = Partial<Omit<Cause, 'postedAt'>> & { readonly zone?: string };

/** A little programme in memory: members, their books for ever open, a clock that the test moves. */
export type World = {
  now(): Instant;
  pass(ms: number): void;
  member(number?: number): Member;
};

/** A member of the programme. What is asked is checked: shapes, invariants, that refusals post nothing. */
export type Member = {
  readonly id: MemberId;
  readonly book: Book;
  /** Asks for an operation, whatever comes of it. */
  try(kind: string, params: unknown, about?: About): Decided;
  /** Asks for an operation that must succeed; its result. */
  good(kind: string, params: unknown, about?: About): Result;
  /** Asks for an operation that must be refused; why. */
  refused(kind: string, params: unknown, about?: About): { code: string; details?: Result };
  account(currencyCode?: string): Account;
  lots(currencyCode?: string): readonly Lot[];
  /** What remains in the lots, in the order in which they came. */
  remaining(currencyCode?: string): number[];
  /** Kinds and amounts of entries since `from`, in order. */
  entries(from?: number): [string, number][];
};

/** Currencies of a test: those named, by default `bonus` with the default terms. */
export function aWorld(
  more: { readonly terms?: Readonly<Record<string, Terms>>; readonly exchange?: Exchange } = {},
): World {
  const terms = more.terms ?? { bonus: {} };
  const transits = new Map<string, Transit>();
  let now = NOW;
  let made = 0;
  const newId = () => {
    made += 1;
    return countedId(now, made);
  };
  const rules = {
    termsOf: (code: string) => {
      const given = terms[code];
      return given === undefined ? undefined : termsWithDefaults(given);
    },
    exchangeOf: () => more.exchange,
    newLotId: newId,
  };
  const world = { rules, transits, newId, now: () => now };
  return {
    now: world.now,
    pass: (ms) => {
      now = instant(now + ms);
    },
    member: (number = 1) => aMember(world, memberId(number * 16_384 + number)),
  };
}

type Inside = {
  readonly rules: Pick<OperationContext, 'termsOf' | 'exchangeOf' | 'newLotId'>;
  readonly transits: Map<string, Transit>;
  readonly newId: () => string;
  readonly now: () => Instant;
};

function aMember(world: Inside, id: MemberId): Member {
  const book = openBook({ bucket: bucketOf(id), memberId: id });
  const decide = (kind: string, params: unknown, about: About = {}) => {
    const operation = operationOf(kind, params);
    const before = book.entries.length;
    const { zone = 'Europe/Moscow', ...cause } = about;
    recount(book, world.now());
    const decided = operation.decide(book, params, {
      ...world.rules,
      cause: { ...aCauseAt(world), ...cause },
      zone,
      earlier: earlierFor(book.entries, params, operation),
      transit: world.transits.get(textOf(params, 'transitId')),
    });
    if (decided.isGood && decided.transit !== undefined) {
      world.transits.set(decided.transit.id, decided.transit);
    }
    const posted = book.entries.slice(before);
    assert.ok(decided.isGood || posted.length === 0, 'a refusal posts nothing');
    for (const entry of posted) assertSettled(book, entry.account.currencyCode);
    assertSound(book, world.now());
    return decided;
  };
  return {
    id,
    book,
    try: decide,
    good: (kind, params, about) => {
      const decided = decide(kind, params, about);
      assert.ok(decided.isGood, `${kind} is refused: ${codeOf(decided)}`);
      return decided.result;
    },
    refused: (kind, params, about) => {
      const decided = decide(kind, params, about);
      assert.ok(!decided.isGood, `${kind} is not refused`);
      const { code, details } = decided;
      return details === undefined ? { code } : { code, details };
    },
    account: (code = 'bonus') => accountOf(book, code),
    lots: (code = 'bonus') => stateOf(book, code).lots,
    remaining: (code = 'bonus') => stateOf(book, code).lots.map((lot) => lot.remaining),
    entries: (from = 0) => book.entries.slice(from).map((entry) => [entry.kind, entry.amount]),
  };
}

function operationOf(kind: string, params: unknown): Operation {
  const operation = findOperation(kind);
  assert.ok(operation !== undefined, `no operation ${kind}`);
  assert.ok(operation.isFit(params), `parameters of ${kind} do not fit`);
  return operation;
}

function aCauseAt(world: Inside): Cause {
  const now = world.now();
  return {
    operationId: world.newId(),
    receiptId: null,
    occurredAt: now,
    postedAt: now,
    partnerCode: 'p',
  };
}

function recount(book: Book, now: Instant): void {
  for (const [currencyCode, account] of book.accounts) {
    book.accounts.set(currencyCode, recounted(account, stateOf(book, currencyCode).lots, now));
  }
}

/** Entries that an operation asks for. More of them do no harm: each operation picks its own. */
function earlierFor(entries: readonly Entry[], params: unknown, { needs }: Operation) {
  const pointed = textOf(params, 'ofOperationId') + textOf(params, 'transitId');
  const isWanted = (entry: Entry) =>
    entry.operationId === pointed ||
    entry.memo === pointed ||
    (needs.includes('expiries') && ['expiry', 'reactivation'].includes(entry.kind)) ||
    (needs.includes('sent-today') && ['transfer-out', 'transfer-back'].includes(entry.kind));
  return entries
    .filter(isWanted)
    .map((entry) => ({ ...entry, currencyCode: entry.account.currencyCode }));
}

function textOf(params: unknown, name: string): string {
  if (typeof params !== 'object' || params === null) return '';
  const value: unknown = Object.getOwnPropertyDescriptor(params, name)?.value;
  return typeof value === 'string' ? value : '';
}

function codeOf(decided: Decided): string {
  return decided.isGood ? '' : `${decided.code} ${JSON.stringify(decided.details ?? {})}`;
}

/** A UUIDv7 whose order is that of the count. */
function countedId(now: Instant, count: number): string {
  const bytes = new Uint8Array(10);
  for (let place = 0; place < 4; place += 1) bytes[2 + place] = (count >>> (24 - 8 * place)) & 0xff;
  return uuidv7(now, bytes);
}
