import type { Basket } from '../basket/basket.ts';
import { type Checker, MET } from '../language/condition.ts';
import { type Bits, clearBit, hasBit, nextBit, noBits, setBit } from './bits.ts';
import type { Demanded } from './compile-rule.ts';
import {
  buildDemands,
  type Demands,
  type Met,
  meetAll,
  startMeeting,
  type Wanted,
  wantedBy,
} from './demands.ts';

/** Which promotions are for which members. */
export type AudienceIndex = {
  readonly demands: Demands;
  /** Who wants a tag, and who a tier of the group `main`. */
  readonly byTag: ReadonlyMap<string, Wanted>;
  readonly byTier: ReadonlyMap<string, Wanted>;
  /** What is asked besides, by number, and of whom. */
  readonly checks: readonly (readonly Checker[])[];
  readonly checked: Bits;
};

/** Inverts the audiences: from tags and tiers to the promotions that are for them. */
export function buildAudienceIndex(demanded: readonly Demanded[]): AudienceIndex {
  const byTag = new Map<string, number[]>();
  const byTier = new Map<string, number[]>();
  const rules: number[] = [];
  const checked = noBits(demanded.length);
  demanded.forEach(({ keys, audience }, rule) => {
    if (audience.length > 0) setBit(checked, rule);
    for (const { of, codes } of keys) {
      const byCode = of === 'tag' ? byTag : byTier;
      for (const code of new Set(codes))
        byCode.set(code, [...(byCode.get(code) ?? []), rules.length]);
      rules.push(rule);
    }
  });
  const demands = buildDemands(rules, demanded.length);
  const wanted = (byCode: ReadonlyMap<string, readonly number[]>) =>
    new Map([...byCode].map(([code, numbers]) => [code, wantedBy(demands, numbers)]));
  return {
    demands,
    byTag: wanted(byTag),
    byTier: wanted(byTier),
    checks: demanded.map(({ audience }) => audience),
    checked,
  };
}

/**
 * Finds the promotions that are for this buyer; the bits stand in `met` until the next call.
 * @param among only these are asked what a tag cannot answer
 */
export function meetAudience(
  index: AudienceIndex,
  basket: Basket,
  { met, among }: { readonly met: Met; readonly among: Bits },
): void {
  const { member } = basket.facts;
  startMeeting(met, index.demands);
  if (member !== null && index.demands.ruleOf.length > 0) {
    for (let i = 0; i < member.tags.length; i += 1) {
      meetAny(index, met, index.byTag.get(member.tags[i] ?? ''));
    }
    meetAny(index, met, index.byTier.get(member.tierCode));
  }
  const count = index.checks.length;
  for (let rule = nextBit(index.checked, 0, count); rule >= 0; ) {
    if (hasBit(among, rule) && hasBit(met.bits, rule)) {
      if (!passes(index.checks[rule] ?? [], basket)) clearBit(met.bits, rule);
    }
    rule = nextBit(index.checked, rule + 1, count);
  }
}

function meetAny(index: AudienceIndex, met: Met, wanted: Wanted | undefined): void {
  if (wanted !== undefined) meetAll(met, index.demands, wanted);
}

function passes(checks: readonly Checker[], basket: Basket): boolean {
  for (const check of checks) if (check(basket.facts, basket) !== MET) return false;
  return true;
}
