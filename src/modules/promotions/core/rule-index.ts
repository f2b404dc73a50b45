import type { Basket } from './basket.ts';
import type { CompiledRule } from './compile-rule.ts';
import { type CompiledCondition, MET } from './condition.ts';
import type { Facts } from './facts.ts';

/** One bit per rule, in the order of the rule list. */
export type RuleBits = Uint32Array;

/** Says which rules are worth looking at, so that the rest cost nothing. */
export type RuleIndex = {
  /** Rules that place, time and goods allow; every other rule is certain to give nothing. */
  readonly candidates: (basket: Basket) => RuleBits;
};

// One place × one minute is asked for again by the next receipt of the same store; the bound keeps a
// replay of years from filling the memory.
const REMEMBERED_MAX = 4096;

/** Builds the index: answers by place and by minute are remembered, goods are looked up by name. */
export function buildIndex(rules: readonly CompiledRule[]): RuleIndex {
  const byPlace = remember(
    rules.map((rule) => rule.checkPlace),
    placeKey,
  );
  const byTime = remember(
    rules.map((rule) => rule.checkTime),
    timeKey,
  );
  const addByGoods = goodsIndex(rules);
  return {
    candidates: (basket) => {
      const bits = addByGoods(basket);
      const place = byPlace(basket);
      const time = byTime(basket);
      for (let i = 0; i < bits.length; i += 1) {
        bits[i] = (bits[i] ?? 0) & (place[i] ?? 0) & (time[i] ?? 0);
      }
      return bits;
    },
  };
}

/** Whether the rule at `place` of the rule list is set. */
export function hasBit(bits: RuleBits, place: number): boolean {
  return ((bits[place >>> 5] ?? 0) & (1 << (place & 31))) !== 0;
}

function setBit(bits: RuleBits, place: number): void {
  bits[place >>> 5] = (bits[place >>> 5] ?? 0) | (1 << (place & 31));
}

function noBits(rules: number): RuleBits {
  return new Uint32Array((rules + 31) >>> 5);
}

function remember(
  checks: readonly CompiledCondition[],
  keyOf: (facts: Facts) => string,
): (basket: Basket) => RuleBits {
  const known = new Map<string, RuleBits>();
  return (basket) => {
    const key = keyOf(basket.facts);
    const bits = known.get(key) ?? noBits(checks.length);
    if (known.has(key)) return bits;
    checks.forEach((check, place) => {
      if (check(basket.facts, basket) === MET) setBit(bits, place);
    });
    if (known.size >= REMEMBERED_MAX) known.clear();
    known.set(key, bits);
    return bits;
  };
}

function placeKey({ place }: Facts): string {
  const { storeCode, regionCode, formatCode, partnerCode, channel } = place;
  return `${storeCode}|${regionCode}|${formatCode}|${partnerCode}|${channel}`;
}

function timeKey({ local }: Facts): string {
  return `${local.date}|${local.minuteOfDay}|${local.weekday}`;
}

function goodsIndex(rules: readonly CompiledRule[]): (basket: Basket) => RuleBits {
  const anyGoods = noBits(rules.length);
  const bySku = new Map<string, RuleBits>();
  const byGroup = new Map<string, RuleBits>();
  rules.forEach(({ goods }, place) => {
    if (goods === null) setBit(anyGoods, place);
    for (const sku of goods?.skus ?? []) setBit(bitsOf(bySku, sku, rules.length), place);
    for (const code of goods?.groupCodes ?? []) setBit(bitsOf(byGroup, code, rules.length), place);
  });
  return (basket) => {
    const bits = anyGoods.slice();
    for (const line of basket.lines) {
      addBits(bits, bySku.get(line.sku));
      for (const code of line.groupCodes) addBits(bits, byGroup.get(code));
    }
    return bits;
  };
}

function bitsOf(byName: Map<string, RuleBits>, name: string, rules: number): RuleBits {
  const bits = byName.get(name) ?? noBits(rules);
  byName.set(name, bits);
  return bits;
}

function addBits(bits: RuleBits, more: RuleBits | undefined): void {
  if (more === undefined) return;
  for (let i = 0; i < bits.length; i += 1) bits[i] = (bits[i] ?? 0) | (more[i] ?? 0);
}
