import { present } from '#shared/assert.ts';
import type { Basket } from '../basket/basket.ts';
import { newBasket } from '../basket/open-basket.ts';
import { SETS_UNBOUNDED, type View } from '../basket/view.ts';
import { type Bits, noBits } from '../compile/bits.ts';
import type { Deck } from '../compile/deck.ts';
import { type Met, newMet } from '../compile/demands.ts';
import type { Rule } from '../compile/ranked-rule.ts';
import type { Choice } from '../decision.ts';
import { type LimitBook, newLimitBook } from './limit-book.ts';
import { newPlayBook, type PlayBook } from './play.ts';
import type { Seat } from './seat.ts';
import { newTrial } from './trial.ts';

/**
 * The state of one evaluation, used again for the next: everything here is written anew each time, so
 * that a decision depends on nothing but the rule set and the facts.
 */
export type Work = {
  readonly deck: Deck;
  readonly basket: Basket;
  readonly view: View;
  /** Shared by a receipt and its sub-events. */
  book: LimitBook;
  isBusy: boolean;
  isExplained: boolean;
  readonly audience: Met;
  /** Promotions that nothing rules out, by number. */
  readonly survivors: Bits;
  /** Promotions that are still in play, in order of play (by rank). */
  readonly inPlay: Bits;
  /** What is known of each promotion, by number; see tell.ts. */
  readonly verdict: Uint8Array;
  readonly detail: Float64Array;
  readonly distance: Float64Array;
  /** Number of the promotion that switched it off; −1 = none has. */
  readonly blockedBy: Int32Array;
  /** Some promotion has. */
  hasBlocked: boolean;
  /** Number of the group in which it last stood, to answer "does it stand before me". */
  readonly stoodIn: Int32Array;
  groupNo: number;
  /** Whether the group that plays counts from its base. */
  usesBase: boolean;
  /** The first `seated` seats are taken. */
  readonly seats: Seat[];
  seated: number;
  readonly standers: Seat[];
  readonly plays: PlayBook;
  choices: Choice[];
  readonly missed: { leaf: number };
  /** Which parts of `when` each miss has; null when nobody asks for near misses. */
  misses: MissNote[] | null;
};

/** A promotion that missed, and whether nothing else of its `when` was missed. */
export type MissNote = {
  readonly rule: Rule;
  readonly leaf: number;
  readonly distance: number;
  readonly isOnly: boolean;
};

/** Working space for receipts of a deck. */
export function newWork(deck: Deck): Work {
  const count = deck.rules.length;
  const basket = newBasket(deck.goods, deck.numberOf);
  return {
    deck,
    basket,
    view: {
      basket,
      prices: basket.slices.price,
      sight: { takenBy: 0, lockedBy: 0 },
      setsMax: SETS_UNBOUNDED,
      search: null,
      dealNodes: deck.settings.dealNodes,
    },
    book: newLimitBook(),
    isBusy: false,
    isExplained: false,
    audience: newMet(deck.audience.demands),
    survivors: noBits(count),
    inPlay: noBits(count),
    verdict: new Uint8Array(count),
    detail: new Float64Array(count),
    distance: new Float64Array(count),
    blockedBy: new Int32Array(count).fill(-1),
    hasBlocked: false,
    stoodIn: new Int32Array(count),
    groupNo: 0,
    usesBase: true,
    seats: [],
    seated: 0,
    standers: [],
    plays: newPlayBook(),
    choices: [],
    missed: { leaf: 0 },
    misses: null,
  };
}

/** The promotion at a place of the order of play. */
export function ruleAt({ deck }: Work, rank: number): Rule {
  return present(deck.rules[deck.numberAt[rank] ?? -1], 'promotion in play');
}

/** A seat for one more member of the group that plays; seats are used again. */
export function takeSeat(work: Work, place: number, rule: Rule): Seat {
  const known = work.seats[place];
  if (known === undefined) {
    const trial = newTrial(work.basket, rule.promotion, work.deck.settings);
    const fresh = { ...EMPTY_SEAT, rule, trial };
    work.seats[place] = fresh;
    return fresh;
  }
  known.rule = rule;
  known.isStanding = false;
  known.isWinner = false;
  known.outbidBy = null;
  known.lines = null;
  known.plan = null;
  known.search = null;
  return known;
}

const EMPTY_SEAT = {
  tried: 0,
  isStanding: false,
  isWinner: false,
  outbidBy: null,
  lines: null,
  plan: null,
  setsMax: SETS_UNBOUNDED,
  search: null,
} as const satisfies Omit<Seat, 'rule' | 'trial'>;
