import type { Share, TwinEntry, TwinHold, TwinLot } from './asks.ts';

/**
 * One member's points in one currency as they stand at a moment, worked out from the first entry on.
 * Nothing is remembered between two looks.
 */
export type Sheet = {
  readonly now: number;
  /** Oldest first; those without points too. */
  readonly lots: readonly TwinLot[];
  readonly balance: number;
  readonly debt: number;
  readonly held: number;
  readonly seq: number;
  readonly spendable: number;
  readonly remainingOf: (lotId: string) => number;
  readonly freeOf: (lotId: string) => number;
  readonly heldOf: (lotId: string) => number;
  readonly isBurnt: (lot: Pick<TwinLot, 'expiresAt'>) => boolean;
  readonly isSpendable: (lot: TwinLot) => boolean;
};

export type SheetParts = {
  readonly now: number;
  readonly lots: readonly TwinLot[];
  readonly entries: readonly TwinEntry[];
  /** Open ones only. */
  readonly holds: readonly TwinHold[];
  readonly isSuspended: boolean;
};

/** Works the sheet out. */
export function sheetOf({ now, lots, entries, holds, isSuspended }: SheetParts): Sheet {
  const remaining = tally(entries.flatMap((entry) => entry.shares));
  const heldByLot = tally(holds.flatMap((hold) => hold.shares));
  const remainingOf = (id: string) => remaining.get(id) ?? 0;
  const heldOf = (id: string) => heldByLot.get(id) ?? 0;
  const freeOf = (id: string) => remainingOf(id) - heldOf(id);
  const isBurnt = (lot: Pick<TwinLot, 'expiresAt'>) =>
    !isSuspended && lot.expiresAt !== null && lot.expiresAt <= now;
  const isSpendable = (lot: TwinLot) =>
    lot.awaits === null && lot.activeFrom <= now && !isBurnt(lot) && freeOf(lot.id) > 0;
  return {
    now,
    lots,
    balance: lots.reduce((sum, lot) => sum + remainingOf(lot.id), 0),
    debt: entries.reduce((sum, entry) => sum + entry.debtChange, 0),
    held: holds.reduce((sum, hold) => sum + hold.amount, 0),
    seq: entries.length,
    spendable: lots.filter(isSpendable).reduce((sum, lot) => sum + freeOf(lot.id), 0),
    remainingOf,
    freeOf,
    heldOf,
    isBurnt,
    isSpendable,
  };
}

/** Debt that what can be spent repays before anything else happens. */
export function repayable(sheet: Sheet): number {
  return Math.min(sheet.debt, sheet.spendable);
}

/** *Available* of the norm: what can be spent once the debt is repaid. */
export function available(sheet: Sheet): number {
  return sheet.spendable - repayable(sheet);
}

/** *Owed* of the norm. */
export function owed(sheet: Sheet): number {
  return sheet.debt - repayable(sheet);
}

/** `a · b / c`, exact, rounded down. */
export function down(a: number, b: number, c: number): number {
  return Number((BigInt(a) * BigInt(b)) / BigInt(c));
}

export function sum(shares: readonly Share[]): number {
  return shares.reduce((total, share) => total + share.amount, 0);
}

function tally(shares: readonly Share[]): ReadonlyMap<string, number> {
  const totals = new Map<string, number>();
  for (const { id, amount } of shares) totals.set(id, (totals.get(id) ?? 0) + amount);
  return totals;
}
