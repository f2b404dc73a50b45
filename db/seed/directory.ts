import type { Currency } from '#modules/ledger/index.ts';
import type { Goods, GoodsGroup, Partner, Store, Terminal } from '#modules/partners/core/index.ts';
import { BUCKETS, mintMemberId, uuidv7 } from '#shared/ids.ts';
import { GOODS, GROUPS } from './goods.ts';
import { randomOf } from './random.ts';
import { PARTNERS, STORES, terminalCodes } from './stores.ts';

/** What the demo coalition's reference tables hold. */
export type SeedDirectory = {
  readonly partners: readonly Partner[];
  readonly stores: readonly Store[];
  readonly terminals: readonly Terminal[];
  readonly groups: readonly GoodsGroup[];
  readonly goods: readonly Goods[];
};

/** The moment that the ids of seeded things carry: 1 January 2024, UTC. */
export const SEED_EPOCH_MS = Date.UTC(2024, 0, 1);

/** The points of the coalition, and those of the perfumery, which pay for nothing at a till. */
export const CURRENCIES: readonly Currency[] = [
  {
    code: 'bonus',
    title: { ru: 'Бонусы', en: 'Points' },
    divisibility: 0,
    partnerCode: null,
    kopecksPerPoint: { num: 100, den: 1 },
    isMain: true,
  },
  {
    code: 'aroma-stars',
    title: { ru: 'Звёзды «Аромата»', en: 'Aroma stars' },
    divisibility: 0,
    partnerCode: 'aroma',
    kopecksPerPoint: { num: 0, den: 1 },
    isMain: false,
  },
];

/** The demo coalition's directory, with the same ids at every call. */
export function seedDirectory(): SeedDirectory {
  const random = randomOf('directory');
  const stores = STORES.map(({ terminals: _count, ...store }) => ({
    ...store,
    id: uuidv7(SEED_EPOCH_MS, random.bytes(10)),
  }));
  const terminals = STORES.flatMap((seed, place) => {
    const store = stores[place];
    if (store === undefined) return [];
    return terminalCodes(seed).map((code) => ({
      id: uuidv7(SEED_EPOCH_MS, random.bytes(10)),
      code,
      store,
      keyEpoch: 1,
      keyVersion: 1,
      isBlocked: false,
      pseudoMemberId: mintMemberId(random.bytes(5), random.int(BUCKETS)),
    }));
  });
  return { partners: PARTNERS, stores, terminals, groups: GROUPS, goods: GOODS };
}
