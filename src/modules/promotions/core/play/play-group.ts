import { nextBit } from '../compile/bits.ts';
import type { Group } from '../compile/group.ts';
import type { Rule } from '../compile/ranked-rule.ts';
import { VERDICT } from '../decision.ts';
import { applyTrial } from './apply-trial.ts';
import { cutGroup } from './caps.ts';
import { keepLines } from './keep-lines.ts';
import { isStillGood, lookAgain } from './look-again.ts';
import { followSplits, spreadRuns } from './moved-units.ts';
import type { PlayedDeal } from './play.ts';
import type { Seat } from './seat.ts';
import { tellBlocked, tellEmpty, tellOutbid, tellRequires } from './tell.ts';
import { GIVES, NOTHING, setsRoom, tryRule } from './try-rule.ts';
import { ruleAt, takeSeat, type Work } from './work.ts';

/**
 * Plays one group: who enters, who stands, who wins, and what they leave; see docs/engine.md 9.2. Bits
 * of `work.inPlay` say whose conditions are met.
 */
export function playGroup(work: Work, group: Group): void {
  const { policy } = group;
  const before = work.plays.count;
  startGroup(work);
  work.usesBase = policy.usesBase;
  let always = -1;
  for (
    let rank = nextBit(work.inPlay, group.from, group.to);
    rank >= 0;
    rank = nextBit(work.inPlay, rank + 1, group.to)
  ) {
    const rule = ruleAt(work, rank);
    const blocker = work.blockedBy[rule.number] ?? -1;
    if (rule.isAlways) {
      if (always < 0) always = rank;
    } else if (blocker >= 0) tellBlocked(work, rule, blocker);
    else enter(work, rule, policy.isForAll);
  }
  if (work.seated > 0) {
    settle(work);
    if (policy.isForAll) applyAll(work, group, before);
    else applyBest(work, group, before);
  }
  if (always >= 0) playAllAlways(work, always, group.to);
  if (group.capBasisPoints > 0) cutGroup(work, group, before);
}

/** What amounts and points were when the group began; nobody has a seat. */
export function startGroup(work: Work): void {
  const { slices, points } = work.basket;
  work.groupNo += 1;
  work.seated = 0;
  const { base, price, count } = slices;
  for (let s = 0; s < count; s += 1) base[s] = price[s] ?? 0;
  for (let i = 0; i < points.length; i += 1) {
    const column = points[i];
    if (column === undefined) continue;
    for (let s = 0; s < count; s += 1) column.base[s] = column.all[s] ?? 0;
  }
}

/** Seats a promotion whose requirements hold and whose try is not empty. */
function enter(work: Work, rule: Rule, isJoint: boolean): void {
  if (rule.requires.length > 0) {
    const missing = missingOf(work, rule, isJoint);
    if (missing !== null) return tellRequires(work, rule, missing);
  }
  const seat = takeSeat(work, work.seated, rule);
  seat.tried = tryRule(seat.trial, rule, work);
  if (seat.tried !== GIVES) return tellEmpty(work, seat, false);
  if (rule.sets !== null) seat.setsMax = setsRoom(rule, work.book, seat.trial);
  seat.isStanding = true;
  work.stoodIn[rule.number] = work.groupNo;
  work.seated += 1;
}

/**
 * The first required promotion that has not applied; null = there is none.
 * @param isJoint one that stands before it in the group will do as well
 */
function missingOf(work: Work, rule: Rule, isJoint: boolean): number | null {
  for (const number of rule.requires) {
    if (number >= 0) {
      if (work.basket.applied[number] === 1) continue;
      if (isJoint && work.stoodIn[number] === work.groupNo) continue;
    }
    return number;
  }
  return null;
}

/** Blocks inside the group, then the one that is alone in it. */
function settle(work: Work): void {
  let alone: Seat | null = null;
  for (let i = 0; i < work.seated; i += 1) {
    const seat = work.seats[i];
    if (seat?.isStanding === true && seat.rule.blocks.length > 0) blockOthers(work, seat);
  }
  for (let i = 0; i < work.seated && alone === null; i += 1) {
    const seat = work.seats[i];
    if (seat?.isStanding === true && seat.rule.isExclusiveInGroup) alone = seat;
  }
  if (alone === null) return;
  for (let i = 0; i < work.seated; i += 1) {
    const seat = work.seats[i];
    if (seat === undefined || seat === alone || !seat.isStanding) continue;
    seat.isStanding = false;
    tellOutbid(work, seat.rule, alone.rule);
  }
}

function blockOthers(work: Work, { rule }: Seat): void {
  for (let i = 0; i < work.seated; i += 1) {
    const other = work.seats[i];
    if (other?.isStanding !== true || !rule.blocks.includes(other.rule.number)) continue;
    other.isStanding = false;
    tellBlocked(work, other.rule, rule.number);
  }
}

/** All who stand apply, each tried again at its turn, unless nothing has changed for it. */
function applyAll(work: Work, group: Group, before: number): void {
  for (let i = 0; i < work.seated; i += 1) {
    const seat = work.seats[i];
    if (seat?.isStanding !== true) continue;
    const { rule, trial } = seat;
    if (rule.requires.length > 0) {
      const missing = missingOf(work, rule, false);
      if (missing !== null) {
        tellRequires(work, rule, missing);
        continue;
      }
    }
    if (work.plays.count > before && !isStillGood(seat, group)) {
      seat.tried = tryRule(trial, rule, work);
      if (seat.tried !== GIVES) {
        tellEmpty(work, seat, true);
        continue;
      }
    }
    apply(work, seat);
  }
}

/** The policy names the winners; the others are outbid. */
function applyBest(work: Work, { policy, code }: Group, before: number): void {
  const standers = work.standers;
  standers.length = 0;
  for (let i = 0; i < work.seated; i += 1) {
    const seat = work.seats[i];
    if (seat?.isStanding === true) standers.push(seat);
  }
  policy.judge(standers, { view: work.view, choices: work.choices, group: code });
  for (let i = 0; i < standers.length; i += 1) {
    const seat = standers[i];
    if (seat === undefined) continue;
    if (seat.isWinner) applyWinner(work, seat, before);
    else if (seat.outbidBy !== null) tellOutbid(work, seat.rule, seat.outbidBy);
    else {
      seat.tried = NOTHING;
      tellEmpty(work, seat, true);
    }
  }
}

/** A winner of a competition: its outcome stands, but for limits that a winner before it used up. */
function applyWinner(work: Work, seat: Seat, before: number): void {
  const { trial, lines, plan } = seat;
  const isMoved = plan === null && followSplits(trial);
  if (lines !== null) keepLines(trial, lines);
  if (plan !== null || work.plays.count > before) {
    seat.tried = lookAgain(work, seat);
    if (seat.tried !== GIVES) return tellEmpty(work, seat, true);
  }
  if (isMoved) spreadRuns(trial);
  apply(work, seat);
}

/** Promotions that apply whatever the others do, in order, on what these left. */
function playAllAlways(work: Work, first: number, to: number): void {
  work.usesBase = false;
  for (let rank = first; rank >= 0; rank = nextBit(work.inPlay, rank + 1, to)) {
    const rule = ruleAt(work, rank);
    if (!rule.isAlways || work.verdict[rule.number] !== 0) continue;
    const missing = missingOf(work, rule, false);
    if (missing !== null) {
      tellRequires(work, rule, missing);
      continue;
    }
    const seat = takeSeat(work, work.seated, rule);
    seat.tried = tryRule(seat.trial, rule, work);
    if (seat.tried === GIVES) apply(work, seat);
    else tellEmpty(work, seat, false);
  }
}

/** Applies what a seat's promotion gives, and switches off what it blocks. */
export function apply(work: Work, { rule, trial, search }: Seat): void {
  const play = applyTrial(trial, rule, work);
  if (search !== null) play.search = isTold(work, search) ? null : search;
  else if (trial.search !== null) play.search = { ...trial.search, promotionCodes: [rule.code] };
  work.basket.applied[rule.number] = 1;
  work.verdict[rule.number] = VERDICT.applied;
  work.detail[rule.number] = work.plays.count - 1;
  for (let i = 0; i < rule.blocks.length; i += 1) switchOff(work, rule.blocks[i] ?? 0, rule);
}

/** Keeps a promotion from playing later; the first that does so is the one that is told of. */
export function switchOff(work: Work, number: number, by: Rule): void {
  work.hasBlocked = true;
  if ((work.blockedBy[number] ?? -1) < 0) work.blockedBy[number] = by.number;
}

/** Whether a winner before it has told of the search that was for both. */
function isTold({ plays }: Work, search: PlayedDeal): boolean {
  for (let i = 0; i < plays.count; i += 1) if (plays.records[i]?.search === search) return true;
  return false;
}
