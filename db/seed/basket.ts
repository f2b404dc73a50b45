import { ASSORTMENT, GOODS, type SeedGoods } from './goods.ts';
import type { Random } from './random.ts';

/** What a buyer puts on the counter. */
export type Basket = readonly {
  readonly lineNo: number;
  readonly sku: string;
  readonly quantityMilli: number;
  readonly priceKopecks: number;
}[];

/** How many lines a basket has, and how often: `[lines, weight]`. */
const SIZES: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
  gastronom: [
    [1, 12],
    [2, 14],
    [3, 16],
    [4, 14],
    [6, 18],
    [8, 14],
    [12, 8],
    [18, 4],
  ],
  aroma: [
    [1, 60],
    [2, 28],
    [3, 12],
  ],
  azs: [
    [1, 65],
    [2, 25],
    [3, 10],
  ],
};

/** Groups that people take more or less of than of the rest. */
const LIKING: Readonly<Record<string, number>> = { dairy: 3, bakery: 2, cheese: 2, tobacco: 0.4 };

/** Draws a basket from what a partner sells; every SKU at most once. */
export function basketOf(partnerCode: string, random: Random): Basket {
  const shelf = shelfOf(partnerCode);
  const sizes = SIZES[partnerCode] ?? [[1, 1]];
  const size = sizes[random.weighted(sizes.map(([, weight]) => weight))]?.[0] ?? 1;
  const chosen = new Set<SeedGoods>();
  if (partnerCode === 'azs')
    chosen.add(random.pick(shelf.filter((one) => one.groupCode === 'fuel')));
  const weights = shelf.map((one) => LIKING[one.groupCode] ?? 1);
  for (let tries = 0; chosen.size < Math.min(size, shelf.length) && tries < 200; tries += 1) {
    const goods = shelf[random.weighted(weights)];
    if (goods !== undefined && !(goods.groupCode === 'fuel' && chosen.size > 0)) chosen.add(goods);
  }
  return [...chosen].map((goods, place) => ({
    lineNo: place + 1,
    sku: goods.sku,
    quantityMilli: quantityOf(goods, random),
    priceKopecks: goods.priceKopecks,
  }));
}

function shelfOf(partnerCode: string): readonly SeedGoods[] {
  const groups = ASSORTMENT[partnerCode] ?? [];
  return GOODS.filter((one) => groups.includes(one.groupCode));
}

/** Litres to the hundredth, grams to five, pieces mostly one. */
function quantityOf(goods: SeedGoods, random: Random): number {
  if (goods.groupCode === 'fuel') return 10_000 + 10 * random.int(4500);
  if (goods.isWeighed) return 150 + 5 * random.int(350);
  return 1000 * (1 + random.weighted([70, 20, 7, 2, 1]));
}
