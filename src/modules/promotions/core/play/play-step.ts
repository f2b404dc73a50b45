import { STAGE_AFTER_BASKET, STAGE_AFTER_LINES, STAGE_INITIAL } from '../basket/basket.ts';
import { TOUCHED_BEFORE, TOUCHED_NOW, USED_IN_PHASE } from '../basket/slices.ts';
import { clearBit, nextBit } from '../compile/bits.ts';
import { checkAll, checkNode } from '../compile/compile-expr.ts';
import type { Rule } from '../compile/ranked-rule.ts';
import { STEP } from '../compile/steps.ts';
import { VERDICT } from '../decision.ts';
import { MET } from '../language/condition.ts';
import { cutToProgramme } from './caps.ts';
import { isCapped } from './play.ts';
import { playGroup } from './play-group.ts';
import { playPrelude } from './play-prelude.ts';
import { redeem } from './redeem.ts';
import { ruleAt, type Work } from './work.ts';

/** Plays one step: conditions on the state as it begins, then its groups in their turns. */
export function playStep(work: Work, number: number): void {
  const step = work.deck.steps[number];
  if (number === STEP.correction) cutToProgramme(work);
  const before = work.plays.count;
  if (step !== undefined && step.to > step.from) {
    checkConditions(work, step.from, step.to);
    if (number === STEP.pricePrelude || number === STEP.pointsPrelude) playPrelude(work, step);
    else {
      for (const group of step.groups) {
        if (nextBit(work.inPlay, group.from, group.to) >= 0) playGroup(work, group);
      }
    }
  }
  if (work.plays.count > before) endPhase(work, before);
  keepSums(work, number);
  if (number === STEP.redemption) redeem(work);
}

/** Takes out of play, before anything of the step plays, whose conditions are missed. */
function checkConditions(work: Work, from: number, to: number): void {
  const { inPlay, deck } = work;
  for (let word = from >>> 5; word <= (to - 1) >>> 5; word += 1) {
    // Promotions that the index has answered for are not even looked at.
    const bits = (inPlay[word] ?? 0) & (deck.checked[word] ?? 0);
    for (let left = bits; left !== 0; left &= left - 1) {
      const rank = (word << 5) + 31 - Math.clz32(left & -left);
      if (rank >= from && rank < to) checkRule(work, rank);
    }
  }
}

function checkRule(work: Work, rank: number): void {
  const { basket, missed } = work;
  const rule = ruleAt(work, rank);
  const answer = checkAll(rule.demanded.rest, basket, missed);
  if (answer === MET) return;
  clearBit(work.inPlay, rank);
  work.verdict[rule.number] = VERDICT.missed;
  work.detail[rule.number] = missed.leaf;
  work.distance[rule.number] = answer;
  if (work.misses !== null) noteMiss(work, rule);
}

/** Near misses are those of which nothing else was missed. */
function noteMiss(work: Work, rule: Rule): void {
  const { basket } = work;
  const { rest } = rule.demanded;
  const count = rest.filter((node) => checkNode(node, basket, { leaf: 0 }) !== MET).length;
  work.misses?.push({
    rule,
    leaf: work.detail[rule.number] ?? 0,
    distance: work.distance[rule.number] ?? 0,
    isOnly: count === 1,
  });
}

/** Variables that were set can be read now, and units that were taken for the phase are free again. */
function endPhase(work: Work, before: number): void {
  const { basket } = work;
  const { slices, variables } = basket;
  const { state, count } = slices;
  if ((basket.sliceMarks & TOUCHED_NOW) !== 0) {
    for (let s = 0; s < count; s += 1) {
      const bits = state[s] ?? 0;
      if ((bits & TOUCHED_NOW) === 0) continue;
      state[s] = (bits & ~(TOUCHED_NOW | USED_IN_PHASE)) | TOUCHED_BEFORE;
    }
    basket.sliceMarks = (basket.sliceMarks & ~(TOUCHED_NOW | USED_IN_PHASE)) | TOUCHED_BEFORE;
  }
  for (let i = before; i < work.plays.count; i += 1) {
    const play = work.plays.records[i];
    if (play === undefined || play.emissions.length === 0 || isCapped(play)) continue;
    for (const { variable } of play.emissions) {
      if (variable === null) continue;
      const old = variable.op === 'add' ? (variables.get(variable.variable) ?? 0) : 0;
      variables.set(variable.variable, old + variable.value);
    }
  }
}

/** Sums that later stages mean are those with which a phase has ended. */
function keepSums({ basket }: Work, number: number): void {
  const { slices } = basket;
  const { price, count } = slices;
  if (number === STEP.price) {
    copy(price, slices.initial, count);
    basket.stage = STAGE_INITIAL;
  } else if (number === STEP.sets) {
    copy(price, slices.afterLines, count);
    basket.stage = STAGE_AFTER_LINES;
  } else if (number === STEP.coupons) {
    copy(price, slices.afterBasket, count);
    basket.stage = STAGE_AFTER_BASKET;
  }
}

function copy(from: Float64Array, to: Float64Array, count: number): void {
  for (let s = 0; s < count; s += 1) to[s] = from[s] ?? 0;
}
