import { takenBy } from './cut.ts';
import type { JsonObject } from './json.ts';
import { at, byCode, share, sum } from './numbers.ts';
import { currencies } from './outcome.ts';
import type { Played, World } from './world.ts';

/** 12.1: who pays for what each promotion gave. */
export function fundingOf(world: World): JsonObject[] {
  const sorted = world.played.toSorted((a, b) => byCode(a.promotion.code, b.promotion.code));
  return sorted.flatMap((played) => partiesOf(world, played));
}

function partiesOf(world: World, played: Played): JsonObject[] {
  const { promotion, outcome } = played;
  const parties = promotion.funding ?? [
    { partyCode: world.settings.funderCode ?? 'operator', shareBasisPoints: 10_000 },
  ];
  const weights = parties.map((party) => BigInt(party.shareBasisPoints));
  const discount = takenBy(world, played);
  const earned = currencies(outcome).map((currencyCode) => {
    const grants = outcome.grants.filter((grant) => grant.currencyCode === currencyCode);
    return { currencyCode, shares: share(sum(grants.map((grant) => grant.points)), weights) };
  });
  if (discount === 0n && earned.length === 0) return [];
  const money = share(discount, weights);
  return parties.map(({ partyCode }, i) => ({
    promotionCode: promotion.code,
    partyCode,
    kopecks: Number(at(money, i)),
    points: earned.map(({ currencyCode, shares }) => ({
      currencyCode,
      points: Number(at(shares, i)),
    })),
  }));
}
