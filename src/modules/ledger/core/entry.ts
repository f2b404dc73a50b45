import type { Instant } from '#shared/time.ts';
import type { Account } from './account.ts';
import type { Lot, LotShare } from './lot.ts';

/**
 * Kinds of movements, each with the contra account that stands against the member's. Names are stored and
 * hashed: they only ever grow.
 */
export const CONTRA_ACCOUNTS = {
  accrual: 'programme-liability',
  'accrual-reversal': 'programme-liability',
  redemption: 'partner-receivable',
  'redemption-reversal': 'partner-receivable',
  hold: 'member',
  release: 'member',
  repayment: 'member',
  activation: 'member',
  extension: 'member',
  suspension: 'member',
  expiry: 'breakage',
  reactivation: 'breakage',
  credit: 'adjustments',
  debit: 'adjustments',
  purchase: 'point-sales',
  fee: 'fees',
  'transfer-out': 'transit',
  'transfer-in': 'transit',
  'transfer-back': 'transit',
  'exchange-out': 'exchange',
  'exchange-in': 'exchange',
  'merge-out': 'transit',
  'merge-in': 'transit',
} as const satisfies Readonly<Record<string, string>>;

export type EntryKind = keyof typeof CONTRA_ACCOUNTS;

/** One movement, double entry: the member's account against the contra account named in it. */
export type Entry = {
  readonly account: Pick<Account, 'bucket' | 'memberId' | 'currencyCode'>;
  readonly seq: number;
  readonly postedAt: Instant;
  readonly occurredAt: Instant;
  readonly operationId: string;
  /** null: the movement belongs to no receipt. */
  readonly receiptId: string | null;
  readonly kind: EntryKind;
  /** Change of balance − debt. Positive: to the member; 0: the points only changed their state. */
  readonly amount: number;
  /** Change of the reserved part of the balance. */
  readonly heldChange: number;
  readonly balanceAfter: number;
  readonly debtAfter: number;
  readonly contraAccount: string;
  readonly partnerCode: string;
  /** Counterpart, reason or rate; null = nothing to add. */
  readonly memo: string | null;
  /** Dates of lots that the movement opened or changed (see termsOfLots); null = of none. */
  readonly lotTerms: string | null;
  /** Lots that the movement touched and by how much (positive: into the lot; holds change by 0). */
  readonly lots: readonly LotShare[];
};

/** An entry with its place in the account's hash chain, both hashes in hex. */
export type SealedEntry = Entry & { readonly prevHash: string; readonly hash: string };

/**
 * The bytes that the chain hashes: fields in fixed order, each behind its length, so that no two
 * different entries have the same bytes. Changing this breaks every stored hash: fields that came later
 * stand at the end, named, and only when they say something.
 */
export function canonicalEntry(entry: Entry, prevHash: string): string {
  let bytes =
    field(prevHash) +
    field(entry.account.memberId) +
    field(entry.account.currencyCode) +
    field(entry.seq) +
    field(entry.postedAt) +
    field(entry.occurredAt) +
    field(entry.operationId) +
    field(entry.receiptId ?? '') +
    field(entry.kind) +
    field(entry.amount) +
    field(entry.balanceAfter) +
    field(entry.debtAfter) +
    field(entry.contraAccount) +
    field(entry.partnerCode);
  for (const lot of entry.lots) bytes += field(lot.id) + field(lot.amount);
  if (entry.heldChange !== 0) bytes += field('held') + field(entry.heldChange);
  if (entry.memo !== null) bytes += field('memo') + field(entry.memo);
  if (entry.lotTerms !== null) bytes += field('terms') + field(entry.lotTerms);
  return bytes;
}

/**
 * What an entry says of lots' dates, so that they are under the chain too: lots that the movement opened
 * are the last ones of its list, in order, each as `+activeFrom,expiresAt,awaits`; lots with new dates are
 * named, `id,activeFrom,expiresAt,awaits`; joined by semicolons. Moments are epoch milliseconds, empty = none.
 */
export function termsOfLots(opened: readonly Lot[], redated: readonly Lot[]): string | null {
  const said = [
    ...opened.map((lot) => `+${datesOf(lot)}`),
    ...redated.map((lot) => `${lot.id},${datesOf(lot)}`),
  ];
  return said.length === 0 ? null : said.join(';');
}

function datesOf({ activeFrom, expiresAt, awaits }: Lot): string {
  return `${activeFrom},${expiresAt ?? ''},${awaits ?? ''}`;
}

function field(value: string | number): string {
  const text = String(value);
  return `${text.length}:${text}`;
}
