import { nextBit } from '../compile/bits.ts';
import type { Step } from '../compile/deck.ts';
import type { Rule } from '../compile/ranked-rule.ts';
import { cutToCap } from './caps.ts';
import { playsFrom } from './play.ts';
import { apply, startGroup, switchOff } from './play-group.ts';
import { tellBlocked, tellEmpty } from './tell.ts';
import { GIVES, tryRule } from './try-rule.ts';
import { ruleAt, takeSeat, type Work } from './work.ts';

/**
 * Plays promotions that exclude all others of their domain: the first that gives anything is alone; see
 * docs/engine.md 3.
 */
export function playPrelude(work: Work, { from, to }: Step): void {
  startGroup(work);
  work.usesBase = true;
  for (
    let rank = nextBit(work.inPlay, from, to);
    rank >= 0;
    rank = nextBit(work.inPlay, rank + 1, to)
  ) {
    const rule = ruleAt(work, rank);
    const blocker = work.blockedBy[rule.number] ?? -1;
    if (blocker >= 0) tellBlocked(work, rule, blocker);
    else tryAlone(work, rule);
  }
}

function tryAlone(work: Work, rule: Rule): void {
  const { deck } = work;
  const seat = takeSeat(work, 0, rule);
  seat.tried = tryRule(seat.trial, rule, work);
  if (seat.tried !== GIVES) return tellEmpty(work, seat, false);
  apply(work, seat);
  for (const other of deck.rules) {
    if (other === rule || other.domain !== rule.domain || other.isAlways) continue;
    switchOff(work, other.number, rule);
  }
  const { capBasisPoints = 0, cutOrder = deck.settings.cutOrder } = rule.promotion.stacking;
  const plays = playsFrom(work.plays, work.plays.count - 1);
  if (capBasisPoints > 0) cutToCap(work, { plays, cap: capBasisPoints, cutOrder });
}
