import { capReceipt } from './cut.ts';
import { playGroup, playPrelude, snapshot } from './group.ts';
import { byCode } from './numbers.ts';
import { type Payment, pay } from './pay.ts';
import { ruledOut } from './ruled-out.ts';
import { type Domain, domainOf, HALVES, halfOf, type Promotion } from './rules.ts';
import { copy, type Field } from './state.ts';
import type { World } from './world.ts';

// Chapter 3: one phase after the other.

/** Plays everything; gives what points paid. */
export function play(world: World): Payment[] {
  const able = world.live.filter((promotion) => {
    const verdict = ruledOut(world, promotion);
    if (verdict !== null) world.verdicts.set(promotion.code, verdict);
    return verdict === null;
  });
  let payments: Payment[] = [];
  for (const half of HALVES) {
    if (half === '1b') prelude(world, able, 'price');
    if (half === '8a') prelude(world, able, 'accrual');
    if (half === '6') capReceipt(world);
    playPhase(
      world,
      able.filter((promotion) => halfOf(promotion) === half && !isGlobal(promotion)),
    );
    if (half === '1b') end(world, 'I');
    if (half === '3') end(world, 'L');
    if (half === '5') end(world, 'S');
    if (half === '7') payments = pay(world);
  }
  return payments;
}

function isGlobal(promotion: Promotion): boolean {
  return promotion.stacking.exclusive === 'all' && domainOf(promotion) !== 'none';
}

function end(world: World, field: Field): void {
  copy(world.state, 'P', field);
  world.state.ended.add(field);
}

function inOrder(promotions: readonly Promotion[]): Promotion[] {
  const priority = ({ stacking }: Promotion): number => stacking.priority ?? 0;
  return [...promotions].sort((a, b) => priority(b) - priority(a) || byCode(a.code, b.code));
}

function playPhase(world: World, promotions: readonly Promotion[]): void {
  const seen = snapshot(world, promotions);
  const groups = [...new Set(promotions.map((promotion) => promotion.stacking.group))];
  const turn = (group: string): number =>
    promotions.find((one) => one.stacking.group === group)?.stacking.turn ?? 0;
  groups.sort((a, b) => turn(b) - turn(a) || byCode(a, b));
  for (const group of groups) {
    playGroup(world, inOrder(promotions.filter((one) => one.stacking.group === group)), seen);
  }
  forget(world);
}

/** A phase ends: what was taken for it is free again. */
function forget(world: World): void {
  for (const slice of world.state.slices) {
    slice.usedIn = false;
    slice.usedBefore ||= slice.usedNow;
    slice.usedNow = false;
  }
}

function prelude(world: World, able: readonly Promotion[], domain: Domain): void {
  const candidates = able.filter((one) => isGlobal(one) && domainOf(one) === domain);
  if (candidates.length === 0) return;
  const sorted = HALVES.flatMap((half) =>
    inOrder(candidates.filter((one) => halfOf(one) === half)),
  );
  const winner = playPrelude(world, sorted);
  forget(world);
  if (winner === null) return;
  for (const other of world.live) {
    if (other === winner.promotion || domainOf(other) !== domain) continue;
    const isFirst = other.stacking.isAlways !== true && !world.blockedBy.has(other.code);
    if (isFirst) world.blockedBy.set(other.code, winner.promotion.code);
  }
}
