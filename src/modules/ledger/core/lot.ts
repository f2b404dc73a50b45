import type { Instant } from '#shared/time.ts';

/** A parcel of points that came in together and burn together. */
export type Lot = {
  /** UUIDv7: the order of ids is the order of coming in. */
  readonly id: string;
  readonly currencyCode: string;
  readonly amount: number;
  /** Points of the lot still on the account, 0 … amount. */
  readonly remaining: number;
  /** Part of what remains that open holds reserve, 0 … remaining; it cannot burn. */
  readonly held: number;
  /** Business time of what it was earned for. */
  readonly earnedAt: Instant;
  /** When it wakes. */
  readonly activeFrom: Instant;
  /** The confirmation that it waits for besides, such as 'delivery'; null = none. */
  readonly awaits: string | null;
  /** When it burns; null = never. */
  readonly expiresAt: Instant | null;
  /** The rule by which its dates move (a {@link LifetimeRule} as JSON); null = they stand. */
  readonly lifetime: string | null;
  /** null: not from a receipt. */
  readonly receiptId: string | null;
  readonly promotionCode: string;
  readonly partnerCode: string;
  /** Who bears the cost; '' = the partner of the receipt. */
  readonly funderCode: string;
};

/** How much of which lots. */
export type LotShare = { readonly id: string; readonly amount: number };

/** The moment at which lots are looked at, and whether their dates count. */
export type LotClock = { readonly now: Instant; readonly isExpirySuspended: boolean };

/** Points of the lot that no hold reserves. */
export function free(lot: Pick<Lot, 'remaining' | 'held'>): number {
  return lot.remaining - lot.held;
}

/** Whether the lot's time is over. */
export function isBurnt(lot: Pick<Lot, 'expiresAt'>, clock: LotClock): boolean {
  return !clock.isExpirySuspended && lot.expiresAt !== null && lot.expiresAt <= clock.now;
}

/** Whether the lot is awake and not burnt. */
export function isActive(
  lot: Pick<Lot, 'activeFrom' | 'awaits' | 'expiresAt'>,
  clock: LotClock,
): boolean {
  return lot.awaits === null && lot.activeFrom <= clock.now && !isBurnt(lot, clock);
}

/** Whether points of the lot can be spent: active, and something is left that no hold reserves. */
export function isSpendable(lot: Lot, clock: LotClock): boolean {
  return free(lot) > 0 && isActive(lot, clock);
}

/** When a lot next wakes or burns by itself; null = never. */
export function nextChange(
  lot: Pick<Lot, 'activeFrom' | 'awaits' | 'expiresAt'>,
  clock: LotClock,
): Instant | null {
  const burns =
    !clock.isExpirySuspended && lot.expiresAt !== null && lot.expiresAt > clock.now
      ? lot.expiresAt
      : null;
  if (lot.awaits === null && lot.activeFrom > clock.now) return earlier(lot.activeFrom, burns);
  return burns;
}

/** The earlier of two moments; null = never. */
export function earlier(a: Instant | null, b: Instant | null): Instant | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}
