import type { ReadEntry } from './entry-row.ts';

/** What an account posted between two cuts, as found now. */
export type Leaf = {
  /** The number of the anchor that closes the window. */
  readonly anchor: number;
  readonly memberId: number;
  readonly currencyCode: string;
  readonly firstSeq: number;
  readonly seq: number;
  /** The hash of the entry `seq`. */
  readonly leaf: string;
};

/** A stretch of time between two cuts. */
export type Cut = { readonly number: number; readonly cutAt: number };

/** The cuts that are looked at, ascending, and where the first window begins. */
export type Cuts = { readonly from: number; readonly cuts: readonly Cut[] };

/**
 * The anchor under which a moment falls; undefined when it is before the windows or after the last cut.
 */
export function anchorOf(moment: number, { from, cuts }: Cuts): number | undefined {
  if (Number.isNaN(moment) || moment < from) return undefined;
  let [low, high] = [0, cuts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cuts[middle]?.cutAt ?? 0) <= moment) low = middle + 1;
    else high = middle;
  }
  return cuts[low]?.number;
}

/** Gathers the leaves of one account; entries come in order of seq, mostly in order of time too. */
export type LeafGatherer = {
  add(read: ReadEntry): void;
  /** The account's leaves; the gatherer is empty again. */
  close(): readonly Leaf[];
};

type Open = { firstSeq: number; seq: number; leaf: string };

export function gatherLeaves(cuts: Cuts): LeafGatherer {
  let open = new Map<number, Open>();
  let account: ReadEntry['entry']['account'] | undefined;
  return {
    add({ entry, hash }) {
      ({ account } = entry);
      const anchor = anchorOf(entry.postedAt, cuts);
      if (anchor === undefined) return;
      const own = open.get(anchor);
      if (own === undefined) {
        open.set(anchor, { firstSeq: entry.seq, seq: entry.seq, leaf: hash });
      } else {
        own.seq = entry.seq;
        own.leaf = hash;
      }
    },
    close() {
      const { memberId = 0, currencyCode = '' } = account ?? {};
      const leaves = [...open].map(([anchor, own]) => ({
        anchor,
        memberId,
        currencyCode,
        ...own,
      }));
      open = new Map();
      return leaves;
    },
  };
}

/** The order of leaves in a digest: member id, then currency code by code unit. */
export function byLeafOrder(a: Leaf, b: Leaf): number {
  if (a.memberId !== b.memberId) return a.memberId - b.memberId;
  if (a.currencyCode === b.currencyCode) return 0;
  return a.currencyCode < b.currencyCode ? -1 : 1;
}
