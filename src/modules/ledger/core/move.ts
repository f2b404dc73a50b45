import { assert } from '#shared/assert.ts';
import type { Instant } from '#shared/time.ts';
import { type Account, type AccountState, clockOf } from './account.ts';
import { CONTRA_ACCOUNTS, type Entry, type EntryKind, termsOfLots } from './entry.ts';
import {
  earlier,
  free,
  isActive,
  type Lot,
  type LotClock,
  type LotShare,
  nextChange,
} from './lot.ts';

/** What every movement of one operation has in common. */
export type Cause = {
  readonly operationId: string;
  /** null: the operation belongs to no receipt. */
  readonly receiptId: string | null;
  readonly occurredAt: Instant;
  readonly postedAt: Instant;
  readonly partnerCode: string;
};

/** An account and its lots after a movement, and the entry that says so (null: nothing moved). */
export type Posted = AccountState & { readonly entry: Entry | null };

/** What moves. */
export type Movement = {
  readonly kind: EntryKind;
  readonly cause: Cause;
  /** Into (+) or out of (−) known lots; each lot at most once. */
  readonly shares?: readonly LotShare[];
  /** Newly reserved (+) or set free (−) in known lots; each lot at most once. */
  readonly heldShares?: readonly LotShare[];
  /** Lots that this movement opens, `remaining` in them. */
  readonly opened?: readonly Lot[];
  /** Known lots whose dates this movement changes, as they become; amounts untouched. */
  readonly redated?: readonly Lot[];
  /** Change of debt. */
  readonly debt?: number;
  readonly memo?: string | null;
};

/**
 * The one way in which points move: lots, account and entry change together, so that balance = Σ of lots
 * and balance − debt = Σ of entries hold by construction. What the account cannot spend is counted from
 * the lots that the movement touches; the account must have been counted at this moment (see recounted).
 * @returns the state after it; a broken invariant is a bug and is thrown
 */
export function move(before: AccountState, movement: Movement): Posted {
  const { account } = before;
  const clock = clockOf(account, movement.cause.postedAt);
  const moved = moveLots(before.lots, movement, clock);
  const debtChange = movement.debt ?? 0;
  const heldChange = sumOf(movement.heldShares ?? []);
  const after: Account = {
    ...account,
    balance: account.balance + moved.balance,
    debt: account.debt + debtChange,
    held: account.held + heldChange,
    unspendable: account.unspendable + moved.unspendable,
    changesAt: earlier(account.changesAt, moved.changesAt),
    hasMovingLots:
      account.hasMovingLots || (movement.opened ?? []).some((lot) => lot.lifetime !== null),
    seq: account.seq + 1,
  };
  assertSound(after);
  // A lot that went into a debt whole has nothing to say: it is empty for ever.
  const opened = (movement.opened ?? []).filter((lot) => lot.remaining > 0);
  const openedShares = opened.map((lot) => ({ id: lot.id, amount: lot.remaining }));
  const entry: Entry = {
    account: { bucket: after.bucket, memberId: after.memberId, currencyCode: after.currencyCode },
    seq: after.seq,
    postedAt: movement.cause.postedAt,
    occurredAt: movement.cause.occurredAt,
    operationId: movement.cause.operationId,
    receiptId: movement.cause.receiptId,
    kind: movement.kind,
    amount: moved.balance - debtChange,
    heldChange,
    balanceAfter: after.balance,
    debtAfter: after.debt,
    contraAccount: CONTRA_ACCOUNTS[movement.kind],
    partnerCode: movement.cause.partnerCode,
    memo: movement.memo ?? null,
    lotTerms: termsOfLots(opened, movement.redated ?? []),
    lots: [...(movement.shares ?? []).filter((share) => share.amount !== 0), ...openedShares],
  };
  return { account: after, lots: moved.lots, entry };
}

type Moved = {
  readonly lots: readonly Lot[];
  readonly balance: number;
  readonly unspendable: number;
  readonly changesAt: Instant | null;
};

function moveLots(lots: readonly Lot[], movement: Movement, clock: LotClock): Moved {
  const { opened = [] } = movement;
  const changes = changesOf(movement);
  let [balance, unspendable] = [0, 0];
  let changesAt: Instant | null = null;
  const weigh = (before: Lot | undefined, after: Lot) => {
    balance += after.remaining - (before?.remaining ?? 0);
    unspendable += idle(after, clock) - (before === undefined ? 0 : idle(before, clock));
    if (after.remaining > 0) changesAt = earlier(changesAt, nextChange(after, clock));
    return after;
  };
  let known = lots;
  if (changes.size > 0) {
    const after = lots.slice();
    let place = 0;
    // Lots that are drawn from first stand first as a rule: the rest is not looked at.
    for (const lot of lots) {
      if (changes.size === 0) break;
      const change = changes.get(lot.id);
      if (change !== undefined) {
        changes.delete(lot.id);
        after[place] = weigh(lot, changed(lot, change));
      }
      place += 1;
    }
    known = after;
  }
  assert(changes.size === 0, 'a movement touches known lots only');
  for (const lot of opened) weigh(undefined, lot);
  return {
    lots: opened.length === 0 ? known : [...known, ...opened],
    balance,
    unspendable,
    changesAt,
  };
}

/** What one lot is changed by. */
type LotChange = {
  readonly amount: number;
  readonly held: number;
  readonly redated: Lot | undefined;
};

const NO_CHANGE: LotChange = { amount: 0, held: 0, redated: undefined };

function changesOf({ shares = [], heldShares = [], redated = [] }: Movement) {
  const changes = new Map<string, LotChange>();
  const change = (id: string, what: Partial<LotChange>) =>
    changes.set(id, { ...(changes.get(id) ?? NO_CHANGE), ...what });
  for (const { id, amount } of shares) change(id, { amount });
  assert(changes.size === shares.length, 'a movement names a lot once');
  const heldIds = new Set(heldShares.map((share) => share.id));
  assert(heldIds.size === heldShares.length, 'a movement names a lot once');
  for (const { id, amount } of heldShares) change(id, { held: amount });
  for (const lot of redated) change(lot.id, { redated: lot });
  return changes;
}

function changed(lot: Lot, change: LotChange): Lot {
  const dated = change.redated ?? lot;
  assert(
    dated.remaining === lot.remaining && dated.held === lot.held && dated.amount === lot.amount,
    'new dates change no amounts',
  );
  const remaining = lot.remaining + change.amount;
  const held = lot.held + change.held;
  assert(remaining >= 0 && remaining <= lot.amount, 'a lot holds from 0 to its amount');
  assert(held >= 0 && held <= remaining, 'what is reserved is part of what remains');
  return { ...dated, remaining, held };
}

/** Points of a lot that count as unspendable. */
function idle(lot: Lot, clock: LotClock): number {
  return isActive(lot, clock) ? 0 : free(lot);
}

function sumOf(shares: readonly LotShare[]): number {
  return shares.reduce((sum, share) => sum + share.amount, 0);
}

function assertSound(account: Account): void {
  const { balance, debt, held, unspendable } = account;
  assert(
    Number.isSafeInteger(balance) && Number.isSafeInteger(debt) && balance >= 0 && debt >= 0,
    'balance and debt are never negative',
  );
  assert(held >= 0 && unspendable >= 0, 'what is reserved or asleep is never negative');
  assert(held + unspendable <= balance, 'what cannot be spent is part of the balance');
}
