import type { NewCurrency } from '#modules/ledger/index.ts';
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

const AT_ONCE = { when: 'at-once' } as const;
const from = 'accrual';

/** The points of the coalition, and those of its partners: stars and litres pay for nothing at a till. */
export const CURRENCIES: readonly NewCurrency[] = [
  {
    code: 'bonus',
    title: { ru: 'Бонусы', en: 'Points' },
    plural: { ru: ['бонус', 'бонуса', 'бонусов'], en: ['point', 'points'] },
    divisibility: 0,
    partnerCode: null,
    kopecksPerPoint: { num: 100, den: 1 },
    isMain: true,
    terms: {
      lifetime: {
        activation: AT_ONCE,
        expiry: { when: 'after', count: 1, unit: 'year', from, endOf: 'month' },
      },
      holdMinutesMax: 10_080,
      transfer: { pointsMin: 50, dailyPointsMax: 3_000, feeBasisPoints: 100, feePoints: 0 },
      reactivation: {
        withinDays: 30,
        feeBasisPoints: 2_000,
        lifetime: {
          activation: AT_ONCE,
          expiry: { when: 'after', count: 30, unit: 'day', from, endOf: 'day' },
        },
      },
    },
  },
  {
    code: 'aroma-stars',
    title: { ru: 'Звёзды «Аромата»', en: 'Aroma stars' },
    plural: { ru: ['звезда', 'звезды', 'звёзд'], en: ['star', 'stars'] },
    divisibility: 0,
    partnerCode: 'aroma',
    kopecksPerPoint: { num: 0, den: 1 },
    isMain: false,
    terms: {
      spendOrder: 'first-in',
      // Perfume may be brought back within two weeks.
      lifetime: {
        activation: { when: 'day-start', afterDays: 15 },
        expiry: { when: 'after', count: 2, unit: 'year', from: 'activation', endOf: 'quarter' },
      },
    },
  },
  {
    code: 'fuel-litres',
    title: { ru: 'Литры «Полного бака»', en: 'Full Tank litres' },
    plural: { ru: ['литр', 'литра', 'литров'], en: ['litre', 'litres'] },
    divisibility: 2,
    partnerCode: 'azs',
    kopecksPerPoint: { num: 60, den: 1 },
    isMain: false,
    terms: {
      spendOrder: 'own-partner-first',
      lifetime: {
        activation: AT_ONCE,
        expiry: { when: 'after', count: 6, unit: 'month', from, endOf: 'none', slides: true },
      },
      debt: { takeBack: 'to-zero', debit: 'to-zero' },
    },
  },
  {
    code: 'status',
    title: { ru: 'Статусные баллы', en: 'Status points' },
    plural: {
      ru: ['статусный балл', 'статусных балла', 'статусных баллов'],
      en: ['status point', 'status points'],
    },
    divisibility: 0,
    partnerCode: null,
    kopecksPerPoint: { num: 0, den: 1 },
    isMain: false,
    purpose: 'qualifying',
    terms: {
      lifetime: {
        activation: AT_ONCE,
        expiry: { when: 'after', count: 1, unit: 'day', from, endOf: 'year' },
      },
    },
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
