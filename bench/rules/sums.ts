import type { Decision, Facts } from '#modules/promotions/core/index.ts';
import type { SimpleRule } from './simple-rules.ts';

/** What a receipt is given in all. */
export type Sums = { readonly discountKopecks: number; readonly points: number };

/** A rule engine at work: the sums of the basket in this place. */
export type Peer = { readonly decide: (place: number) => Sums | Promise<Sums> };

/** The sums of a decision of ours. */
export function sumsOf({ discountKopecks, accruals }: Decision): Sums {
  let points = 0;
  for (const accrual of accruals) points += accrual.points;
  return { discountKopecks, points };
}

/** A rule with its goods in sets, for engines that only say which rules hold. */
export type Adder = {
  readonly gift: SimpleRule['gift'];
  readonly skus: ReadonlySet<string> | null;
  readonly groups: ReadonlySet<string> | null;
};

export function adderOf({ gift, goods }: SimpleRule): Adder {
  return {
    gift,
    skus: goods !== null && 'skus' in goods ? new Set(goods.skus) : null,
    groups: goods !== null && 'groups' in goods ? new Set(goods.groups) : null,
  };
}

/** Adds up what the rules that hold give; a line gives no more than it costs. */
export function addUp(rules: readonly Adder[], { lines }: Facts): Sums {
  const off = lines.map(() => 0);
  let points = 0;
  for (const { gift, skus, groups } of rules) {
    let sum = 0;
    for (const [at, line] of lines.entries()) {
      if (skus !== null && !skus.has(line.sku)) continue;
      if (groups !== null && !line.groupCodes.some((code) => groups.has(code))) continue;
      const { grossKopecks, quantityMilli } = line;
      if (gift.kind === 'points') sum += grossKopecks;
      else if (gift.kind === 'percent')
        off[at] = (off[at] ?? 0) + share(grossKopecks, gift.basisPoints);
      else off[at] = (off[at] ?? 0) + Math.floor((gift.kopecks * quantityMilli) / 1_000);
    }
    if (gift.kind === 'points') points += gift.points * Math.floor(sum / gift.perKopecks);
  }
  let discountKopecks = 0;
  for (const [at, line] of lines.entries()) {
    discountKopecks += Math.min(off[at] ?? 0, line.grossKopecks);
  }
  return { discountKopecks, points };
}

/** A share in basis points, halves up. */
export function share(kopecks: number, basisPoints: number): number {
  return Math.floor((kopecks * basisPoints + 5_000) / 10_000);
}
