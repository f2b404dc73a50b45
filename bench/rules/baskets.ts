import {
  type BasketLine,
  type Facts,
  type MemberFacts,
  NO_FACTS,
  PLAIN_LINE,
  PLAIN_MEMBER,
} from '#modules/promotions/core/index.ts';
import { present } from '#shared/assert.ts';
import { kopecks } from '#shared/money.ts';
import { points } from '#shared/points.ts';
import { mulDivFloor } from '#shared/ratio.ts';
import { addDays, atLocal, localMoment, parseLocalDate } from '#shared/time.ts';
import { type Random, randomOf } from '../../db/seed/random.ts';
import {
  between,
  couponCode,
  groupsOf,
  skuCode,
  someOf,
  storeCode,
  TIERS,
  tagCode,
  WORLD,
} from './world.ts';

const FIRST_DAY = present(parseLocalDate('2026-03-02'), 'a real day');
const ZONE = 'Europe/Moscow';
const PARTNER = 'retailer';

/** Different purchases of `lines` lines each: the same seed gives the same ones. */
export function basketsOf(seed: string, count: number, lines: number): readonly Facts[] {
  const random = randomOf(`${seed}-${lines}`);
  return Array.from({ length: count }, (_, place) => aBasket(random, place, lines));
}

function aBasket(random: Random, place: number, lines: number): Facts {
  const date = addDays(FIRST_DAY, random.int(28));
  const occurredAt = atLocal(date, between(random, 8 * 60, 22 * 60 - 1), ZONE);
  const store = random.int(WORLD.stores);
  const isMember = random.chance(90);
  const available = points(isMember ? random.int(5_000) : 0);
  const requested = points(random.chance(10) ? available : 0);
  return {
    ...NO_FACTS,
    receiptId: `00000000-0000-7000-8000-${String(place).padStart(12, '0')}`,
    occurredAt,
    local: localMoment(occurredAt, ZONE),
    place: {
      storeCode: storeCode(store),
      regionCode: `region-${store % WORLD.regions}`,
      formatCode: store % 3 === 0 ? 'hyper' : 'super',
      partnerCode: PARTNER,
      channel: random.chance(80) ? 'store' : 'app',
    },
    coupons: random.chance(15)
      ? someOf(random, between(random, 1, 2), { of: WORLD.coupons, code: couponCode })
      : [],
    member: isMember ? aMember(random) : null,
    lines: Array.from({ length: lines }, (_, at) => aLine(random, at + 1)),
    balances: isMember
      ? { bonus: { available, pending: points(0), expiring: points(0), total: available } }
      : {},
    currencies: { bonus: { kopecksPerPoint: { num: 100, den: 1 } } },
    redemption: [{ currencyCode: 'bonus', requestedPoints: requested, availablePoints: available }],
  };
}

function aMember(random: Random): MemberFacts {
  return {
    ...PLAIN_MEMBER,
    tierCode: TIERS[random.weighted([70, 20, 10])] ?? TIERS[0],
    tags: someOf(random, between(random, 2, 6), { of: WORLD.tags, code: tagCode }),
    registeredOn: addDays(FIRST_DAY, -random.int(1_500)),
    purchasesBefore: random.int(200),
  };
}

function aLine(random: Random, lineNo: number): BasketLine {
  const sku = random.int(WORLD.skus);
  const isWeighed = random.chance(10);
  const quantityMilli = isWeighed
    ? between(random, 100, 3_000)
    : 1_000 * between(random, 1, random.chance(20) ? 6 : 2);
  const price = 100 * between(random, 30, 900) - (random.chance(60) ? 1 : 0);
  return {
    ...PLAIN_LINE,
    lineNo,
    sku: skuCode(sku),
    groupCodes: groupsOf(sku),
    quantityMilli,
    isWeighed,
    priceKopecks: kopecks(price),
    grossKopecks: kopecks(mulDivFloor(price, quantityMilli, 1_000)),
  };
}
