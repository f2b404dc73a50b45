import type { Instant } from '#shared/time.ts';
import type { Entry } from '../core/index.ts';
import { type LotTerms, lotTermsOf } from '../verify/lot-terms.ts';

/** Where an account stands, in points. */
export type Standing = { readonly balance: number; readonly debt: number; readonly held: number };

/** A stretch of posting time: `from` included, `until` excluded. */
export type Period = { readonly from: Instant; readonly until: Instant };

/** An account as its entries tell it, up to the end of a period. */
export type Replayed = {
  readonly opening: Standing;
  /** The entries of the period, by seq. */
  readonly movements: readonly Entry[];
  readonly closing: Standing;
  readonly isExpirySuspended: boolean;
  /** Points in lots at the end, those above 0. */
  readonly pointsByLot: ReadonlyMap<string, number>;
  /** The dates of lots as they were known at the end. */
  readonly termsByLot: ReadonlyMap<string, LotTerms>;
  /** Ids of the holds that were open at the end. */
  readonly openHoldIds: ReadonlySet<string>;
};

const NOTHING: Standing = { balance: 0, debt: 0, held: 0 };

/**
 * Plays the entries of one account up to the end of a period.
 * @param entries of one account, from the first on, by seq
 */
export function replay(entries: readonly Entry[], period: Period): Replayed {
  const pointsByLot = new Map<string, number>();
  const termsByLot = new Map<string, LotTerms>();
  const openHoldIds = new Set<string>();
  const movements: Entry[] = [];
  let [opening, standing] = [NOTHING, NOTHING];
  let isExpirySuspended = false;
  for (const entry of postedBefore(entries, period.until)) {
    if (movements.length > 0 || entry.postedAt >= period.from) movements.push(entry);
    standing = {
      balance: entry.balanceAfter,
      debt: entry.debtAfter,
      held: standing.held + entry.heldChange,
    };
    if (movements.length === 0) opening = standing;
    for (const lot of entry.lots) {
      const points = (pointsByLot.get(lot.id) ?? 0) + lot.amount;
      if (points === 0) pointsByLot.delete(lot.id);
      else pointsByLot.set(lot.id, points);
    }
    for (const terms of lotTermsOf(entry)) termsByLot.set(terms.lotId, terms);
    if (entry.kind === 'suspension') isExpirySuspended = entry.memo === 'suspended';
    if (entry.kind === 'hold') openHoldIds.add(entry.operationId);
    else if (entry.heldChange < 0 && entry.memo !== null) openHoldIds.delete(entry.memo);
  }
  return {
    opening,
    movements,
    closing: standing,
    isExpirySuspended,
    pointsByLot,
    termsByLot,
    openHoldIds,
  };
}

/**
 * The entries before a moment. Servers' clocks may differ by a little: what stands behind a later entry of
 * the account counts as posted after it, so a period is always a run of seqs.
 */
function* postedBefore(entries: readonly Entry[], until: Instant): Generator<Entry> {
  for (const entry of entries) {
    if (entry.postedAt >= until) return;
    yield entry;
  }
}
