import { at, down, head, share, sum } from './numbers.ts';
import { get, type Slice } from './state.ts';
import type { Pick, World } from './world.ts';

// Chapter 1.4: what a slice is worth at a stage.

export function stageOf(
  world: World,
  stage: string,
  methods: readonly string[] = [],
): (slice: Slice) => bigint {
  const { state } = world;
  const past = (field: string) => (slice: Slice) =>
    get(slice, state.ended.has(field) ? field : 'P');
  switch (stage) {
    case 'gross':
      return (slice) => get(slice, 'G');
    case 'initial':
      return past('I');
    case 'after-lines':
      return past('L');
    case 'after-basket':
      return past('S');
    case 'after-discounts':
      return (slice) => get(slice, 'P');
    case 'payable':
      return (slice) => get(slice, 'P') - get(slice, 'M');
    case 'paid-by-points':
      return (slice) => get(slice, 'M');
    case 'paid-by':
      return paidBy(world, methods);
    case 'unprocessed':
      return (slice) => {
        const isUsed = slice.usedIn || slice.usedUp;
        return !isUsed && isInitial(world, slice) ? get(slice, 'P') : 0n;
      };
    default:
      throw new Error(`stage ${stage}`);
  }
}

/** Nothing has been taken off since phase 1, which is not over while it plays. */
export function isInitial({ state }: World, slice: Slice): boolean {
  return !state.ended.has('I') || get(slice, 'P') >= get(slice, 'I');
}

function paidBy(world: World, methods: readonly string[]): (slice: Slice) => bigint {
  const { payments } = world.facts;
  const all = sum(payments.map((one) => BigInt(one.kopecks)));
  const by = payments.filter((one) => methods.includes(one.method));
  const slices = world.state.slices;
  const payable = slices.map((slice) => get(slice, 'P') - get(slice, 'M'));
  const paid =
    all === 0n ? 0n : down(sum(payable) * sum(by.map((one) => BigInt(one.kopecks))), all);
  const parts = share(paid, payable);
  return (slice) => at(parts, slices.indexOf(slice));
}

/** Σ over the receipt, or over some slices of it. */
export function sumAt(slices: readonly Slice[], amount: (slice: Slice) => bigint): bigint {
  return sum(slices.map(amount));
}

/** Of the targets of one pick: the head of the slice's amount. */
export function ofTargets(pick: Pick, amount: (slice: Slice) => bigint): bigint {
  const { slice, skip, targets } = pick;
  const whole = amount(slice);
  const n = slice.units.length;
  return head(whole, skip + targets, n) - head(whole, skip, n);
}
