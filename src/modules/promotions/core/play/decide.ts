import { openBasket } from '../basket/open-basket.ts';
import { closeDecision } from '../close/close-decision.ts';
import { type CompiledRuleSet, deckOf } from '../compile/rule-set.ts';
import type { Decision } from '../decision.ts';
import type { Facts } from '../facts.ts';
import type { LimitBook } from './limit-book.ts';
import { clearPlays } from './play.ts';
import { runSteps } from './run-steps.ts';
import type { MissNote, Work } from './work.ts';
import { borrowWork, returnWork } from './work-pool.ts';

/** One evaluation of a tree: a receipt, or an event that it fired. */
export type Deciding = {
  readonly ruleSet: CompiledRuleSet;
  readonly facts: Facts;
  /** '' = the receipt itself. */
  readonly path: string;
  readonly book: LimitBook;
  readonly isExplained: boolean;
  /** Where misses are noted; null = nobody asked. */
  readonly misses: MissNote[] | null;
};

/** A decision without its sub-events, and the emissions that fire them. */
export type Decided<T> = { readonly decision: Decision; readonly more: T };

/**
 * Takes one decision.
 * @param finish looks at the working space before it is given back
 */
export function decide<T>(deciding: Deciding, finish: (work: Work) => T): Decided<T> {
  const { ruleSet, facts, path, book, isExplained, misses } = deciding;
  const deck = deckOf(ruleSet, facts);
  const work = borrowWork(deck);
  try {
    clearWork(work);
    work.book = book;
    work.isExplained = isExplained;
    work.misses = misses;
    openBasket(work.basket, facts, { settings: deck.settings, path });
    const ruledOut = runSteps(work);
    return { decision: closeDecision(work, ruleSet.version, ruledOut), more: finish(work) };
  } finally {
    returnWork(work);
  }
}

/**
 * Lists that a decision keeps are made anew. Of the rest only what was written is wiped: with thousands of
 * promotions the wiping would cost as much as the deciding. Verdicts begin when promotions are put in play.
 */
function clearWork(work: Work): void {
  clearPlays(work.plays);
  if (work.choices.length > 0) work.choices = [];
  if (work.hasBlocked) work.blockedBy.fill(-1);
  work.hasBlocked = false;
  // Groups are numbered on and on, so that nobody has stood in one before it plays.
  if (work.groupNo < GROUPS_MAX) return;
  work.stoodIn.fill(0);
  work.groupNo = 0;
}

const GROUPS_MAX = 2 ** 30;
