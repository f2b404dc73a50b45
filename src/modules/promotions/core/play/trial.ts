import type { Basket } from '../basket/basket.ts';
import type { FoundDeal } from '../basket/view.ts';
import type { Emission } from '../give/emission.ts';
import type { Lifetime } from '../language/lifetime.ts';
import type { Promotion } from '../language/rule.ts';
import type { Settings } from '../language/settings.ts';
import { clearSelection, newSelection, type Selection } from '../select/selection.ts';

/** Points of one effect and currency. */
export type PointsGrant = {
  currencyCode: string;
  /** Negative = taken from the balance; then there are no weights. */
  points: number;
  /** What they are shared out by, one per place of the selection. */
  weights: Float64Array;
  /** As they are shared out. */
  parts: Float64Array;
  lifetime: Lifetime;
};

/** What points of one currency may pay, one amount per place of the selection. */
export type Allowance = { currencyCode: string; kopecks: Float64Array; total: number };

/** How points of a currency pay on this receipt. */
export type Term =
  | { readonly kind: 'bar'; readonly currencyCode: string }
  | {
      readonly kind: 'rate';
      readonly currencyCode: string;
      readonly num: number;
      readonly den: number;
    }
  | {
      readonly kind: 'steps';
      readonly currencyCode: string;
      readonly minPoints: number;
      readonly stepPoints: number;
      readonly maxPoints: number;
    };

/**
 * One promotion being tried: what it selects, and what its effects have given so far. Amounts stand by
 * place of the selection and mean the targets of that slice. Effects read it and add to it with the
 * functions of give-*.ts; nothing of the basket changes.
 */
export type Trial = {
  basket: Basket;
  promotion: Promotion;
  settings: Settings;
  readonly selection: Selection;
  /** Number of the effect now at work, from 0. */
  effectNo: number;
  /** It counts from the group's base, not from what the one before left. */
  usesBase: boolean;
  /** What the targets cost: the group's base, or the price; after `above-threshold`, what is above. */
  amounts: Float64Array;
  /** What can be taken off at most. */
  rooms: Float64Array;
  /** Money off, and how much of it makes an initial price. */
  off: Float64Array;
  initialOff: Float64Array;
  discount: number;
  hasInitial: boolean;
  /** New floors; only when `hasFloors`. */
  floors: Float64Array;
  hasFloors: boolean;
  /** The first `count` places of these lists. */
  readonly allowances: Allowance[];
  allowanceCount: number;
  readonly grants: PointsGrant[];
  grantCount: number;
  readonly terms: Term[];
  readonly emissions: Emission[];
  /** Number of the limit that left nothing; −1 = none did. */
  limitedBy: number;
  /** Some limit took something away. */
  isCut: boolean;
  /** How many splits the basket had had: places are stale after another. */
  splits: number;
  /** The search behind the selection; null = there was none. */
  search: FoundDeal | null;
};

const ROOM = 16;

/** Room for tries, used again and again. */
export function newTrial(basket: Basket, promotion: Promotion, settings: Settings): Trial {
  return {
    basket,
    promotion,
    settings,
    selection: newSelection(ROOM),
    effectNo: 0,
    usesBase: true,
    amounts: new Float64Array(ROOM),
    rooms: new Float64Array(ROOM),
    off: new Float64Array(ROOM),
    initialOff: new Float64Array(ROOM),
    discount: 0,
    hasInitial: false,
    floors: new Float64Array(ROOM),
    hasFloors: false,
    allowances: [],
    allowanceCount: 0,
    grants: [],
    grantCount: 0,
    terms: [],
    emissions: [],
    limitedBy: -1,
    isCut: false,
    splits: 0,
    search: null,
  };
}

/** Begins a try of a promotion. */
export function startTrial(trial: Trial, promotion: Promotion, usesBase: boolean): void {
  trial.promotion = promotion;
  trial.usesBase = usesBase;
  trial.splits = trial.basket.slices.splits.length;
  trial.search = null;
  clearSelection(trial.selection, trial.basket.slices.count);
  clearGifts(trial);
}

/** Takes back what the effects have given, so that they can be worked out anew. */
export function clearGifts(trial: Trial): void {
  trial.discount = 0;
  trial.hasInitial = false;
  trial.hasFloors = false;
  trial.allowanceCount = 0;
  trial.grantCount = 0;
  trial.limitedBy = -1;
  trial.isCut = false;
  if (trial.terms.length > 0) trial.terms.length = 0;
  if (trial.emissions.length > 0) trial.emissions.length = 0;
}

/** Makes room for so many places in the arrays of amounts; what stood there is lost. */
export function reserveTrial(trial: Trial, places: number): void {
  if (trial.amounts.length >= places) return;
  const size = places * 2;
  trial.amounts = new Float64Array(size);
  trial.rooms = new Float64Array(size);
  trial.off = new Float64Array(size);
  trial.initialOff = new Float64Array(size);
  trial.floors = new Float64Array(size);
}

/** Whether nothing has come of a try. */
export function isEmptyTrial(trial: Trial): boolean {
  if (trial.discount > 0 || trial.grantCount > 0 || trial.emissions.length > 0) return false;
  return trial.allowanceCount === 0 && !trial.hasFloors && trial.terms.length === 0;
}
