import { type Bits, noBits, setBit } from './bits.ts';

/**
 * Promotions that want something of a receipt (goods by name, a tag of the member), inverted: whoever
 * sees a thing says which demands it meets, and only promotions whose demands are all met are touched.
 */
export type Demands = {
  /** Promotions without a demand, and how many promotions there are. */
  readonly free: Bits;
  readonly count: number;
  /** Promotion of each demand. */
  readonly ruleOf: Int32Array;
  /** How many demands each promotion has. */
  readonly needed: Int32Array;
};

/** Which demands one receipt meets. */
export type Met = {
  readonly bits: Bits;
  /** Number of the receipt that a demand was last met by, and a promotion last touched by. */
  readonly demandAt: Int32Array;
  readonly ruleAt: Int32Array;
  readonly metByRule: Int32Array;
  now: number;
};

/**
 * Makes the list of demands.
 * @param rules promotion of each demand @param count of promotions
 */
export function buildDemands(rules: readonly number[], count: number): Demands {
  const needed = new Int32Array(count);
  for (const rule of rules) needed[rule] = (needed[rule] ?? 0) + 1;
  const free = noBits(count);
  for (let rule = 0; rule < count; rule += 1) if (needed[rule] === 0) setBit(free, rule);
  return { free, count, ruleOf: Int32Array.from(rules), needed };
}

/** Room to note what receipts meet. */
export function newMet(demands: Demands): Met {
  return {
    bits: noBits(demands.count),
    demandAt: new Int32Array(demands.ruleOf.length),
    ruleAt: new Int32Array(demands.count),
    metByRule: new Int32Array(demands.count),
    now: 0,
  };
}

/** Begins a receipt: promotions without demands are satisfied. */
export function startMeeting(met: Met, demands: Demands): void {
  const { bits } = met;
  const { free } = demands;
  for (let i = 0; i < bits.length; i += 1) bits[i] = free[i] ?? 0;
  if (met.now === LAST) {
    met.demandAt.fill(0);
    met.ruleAt.fill(0);
    met.now = 0;
  }
  met.now += 1;
}

// Numbers of receipts stand in 32 bits; after the last one they begin anew.
const LAST = 0x7fff_ffff;

/** What becomes of a promotion when something is seen that it wants. */
export type Wanted = {
  /** The only promotion that wants it, and wants nothing else; −1 = there are more, or none. */
  readonly only: number;
  /** Promotions that want nothing else: they are satisfied. */
  readonly rules: Int32Array;
  /** Demands of promotions that want more. */
  readonly demands: Int32Array;
};

/** Sorts demands that one thing meets by what then becomes of their promotions. */
export function wantedBy(demands: Demands, numbers: readonly number[]): Wanted {
  const isLast = (demand: number) => demands.needed[demands.ruleOf[demand] ?? -1] === 1;
  const rules = numbers.filter(isLast).map((demand) => demands.ruleOf[demand] ?? 0);
  return {
    only: numbers.length === 1 ? (rules[0] ?? -1) : -1,
    rules: Int32Array.from(rules),
    demands: Int32Array.from(numbers.filter((demand) => !isLast(demand))),
  };
}

/** Notes that a thing is there. */
export function meetAll(met: Met, all: Demands, wanted: Wanted): void {
  if (wanted.only >= 0) return setBit(met.bits, wanted.only);
  const { rules, demands } = wanted;
  for (let i = 0; i < rules.length; i += 1) setBit(met.bits, rules[i] ?? 0);
  for (let i = 0; i < demands.length; i += 1) meet(met, all, demands[i] ?? 0);
}

/** Notes that a demand is met; a promotion is satisfied by the last of its demands. */
export function meet(met: Met, demands: Demands, demand: number): void {
  const { now, demandAt, ruleAt, metByRule } = met;
  if (demandAt[demand] === now) return;
  demandAt[demand] = now;
  const rule = demands.ruleOf[demand] ?? 0;
  const before = ruleAt[rule] === now ? (metByRule[rule] ?? 0) : 0;
  ruleAt[rule] = now;
  metByRule[rule] = before + 1;
  if (before + 1 === demands.needed[rule]) setBit(met.bits, rule);
}
