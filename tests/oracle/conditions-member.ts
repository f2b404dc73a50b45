import {
  type Asking,
  type Check,
  type Condition,
  FAR,
  lacks,
  MET,
  within,
  withoutDistance,
  yes,
} from './check.ts';
import { thisReceipt } from './conditions-goods.ts';
import { dayNumber, fullYears } from './dates.ts';
import { big, bigOr, type Json, object, own, text, textOr, words } from './json.ts';
import { most } from './numbers.ts';
import { distanceOf, fitsMask, holds } from './tests-of-facts.ts';
import { measureOf } from './values.ts';

// 4.4: the member, history, counters.

/** Conditions that nobody but a member can meet (4.1). */
export const MEMBER_CONDITIONS: Readonly<Record<string, Condition>> = {
  identified: () => MET,
  'member-tag': ({ world, params }) => {
    const tags = new Set(world.facts.member?.tags);
    const found = [...new Set(words(params['tags']))].filter((tag) => tags.has(tag));
    return yes(BigInt(found.length) >= bigOr(params['minCount'], 1n));
  },
  'member-attribute': ({ world, params }) =>
    tested(params, own(world.facts.member?.attributes, text(params['attribute'])), 'times'),
  'member-age': ({ world, params }) => {
    const born = world.facts.member?.birthDate;
    if (born === undefined) return FAR;
    const years = BigInt(fullYears(born, world.facts.local.date));
    return withoutDistance(
      within(years, { min: params['minYears'], max: params['maxYears'] }, 'times'),
    );
  },
  'membership-age': (asking) => daysSince(asking, asking.world.facts.member?.registeredOn),
  'contact-linked': ({ world, params }) => {
    const contacts = world.facts.member?.contacts ?? [];
    const kinds = words(params['kinds']);
    const isLinked = (kind: string): boolean => contacts.includes(kind);
    return yes(params['isAll'] === true ? kinds.every(isLinked) : kinds.some(isLinked));
  },
  consent: ({ world, params }) =>
    yes(words(params['kinds']).every((kind) => world.facts.member?.consents.includes(kind))),
  'member-tier': ({ world, params }) => {
    const group = textOr(params['tierGroup'], 'main');
    const { member } = world.facts;
    const tier = group === 'main' ? member?.tierCode : own(member?.tiers, group);
    return yes(typeof tier === 'string' && words(params['tierCodes']).includes(tier));
  },
  'tier-progress': ({ world, params }) => {
    const group = textOr(params['tierGroup'], 'main');
    const progress = bigOr(own(world.facts.member?.tierProgress, group), 0n);
    return within(progress, { min: params['minPoints'], max: params['maxPoints'] }, 'points');
  },
  'experiment-arm': ({ world, params }) => {
    const arm = own(world.facts.member?.arms, text(params['experimentCode']));
    return yes(typeof arm === 'string' && words(params['arms']).includes(arm));
  },
  score: ({ world, params }) => {
    const score = bigOr(own(world.facts.member?.scores, text(params['scoreCode'])), null);
    if (score === null) return FAR;
    const bounds = { min: params['minScore'], max: params['maxScore'] };
    return withoutDistance(within(score, bounds, 'times'));
  },
  'nth-purchase': ({ world, params }) => {
    const x = BigInt(world.facts.member?.purchasesBefore ?? 0) + 1n;
    const number = big(params['number']);
    if (params['mode'] === 'once') return x === number ? MET : lacks('receipts', number - x);
    return x % number === 0n ? MET : lacks('receipts', number - (x % number));
  },
  history,
  'days-since-purchase': (asking) => daysSince(asking, asking.world.facts.member?.lastPurchaseOn),
  balance: ({ world, params }) => {
    const code = text(params['currencyCode']);
    const record = own(world.facts.balances, code);
    const before = bigOr(own(record, textOr(params['measure'], 'available')), 0n);
    const now =
      params['withReceipt'] === true ? earned(world, code) - (world.redeemed.get(code) ?? 0n) : 0n;
    return within(before + now, { min: params['minPoints'], max: params['maxPoints'] }, 'points');
  },
  referral: ({ world, params }) => {
    const { member } = world.facts;
    if (params['role'] === 'referee') {
      const depth = member?.referrer?.depth;
      return yes(depth !== undefined && BigInt(depth) >= bigOr(params['minDepth'], 0n));
    }
    const bounds = { min: params['minCount'] ?? 1, max: undefined };
    return within(BigInt(member?.refereeCount ?? 0), bounds, 'times');
  },
  'opted-in': ({ world, params, promotion }) =>
    yes(world.facts.member?.optedIn.includes(textOr(params['offerCode'], promotion.code)) === true),
};

/** Looks at the card alone; in class audience all the same. */
export const card: Condition = ({ world, params }) => {
  const found = world.facts.card;
  if (found === null) return FAR;
  const lists = [
    ['categoryCodes', 'categoryCode'],
    ['emissionCodes', 'emissionCode'],
    ['states', 'state'],
    ['kinds', 'kind'],
    ['identifiedBy', 'identifiedBy'],
  ] as const;
  const isListed = lists.every(([codes, field]) => {
    const value = own(found, field);
    return (
      params[codes] === undefined ||
      (typeof value === 'string' && words(params[codes]).includes(value))
    );
  });
  const mask = textOr(params['numberMask'], null);
  const number = own(found, 'number');
  return yes(isListed && (mask === null || (typeof number === 'string' && fitsMask(number, mask))));
};

/** A fact under a test, with the distance of 4.3. */
export function tested(params: Asking['params'], fact: Json | undefined, unit: string): Check {
  const test = object(params['test']);
  return holds(test, fact) ? MET : lacks(unit, distanceOf(test, fact));
}

const UNITS: Readonly<Record<string, string>> = {
  receipts: 'receipts',
  milli: 'milli',
  accruedPoints: 'points',
  paidPoints: 'points',
  skus: 'units',
  stores: 'units',
};

function history({ world, params }: Asking): Check {
  const key = text(params['aggregateKey']);
  const measure = text(params['measure']);
  const before = own(world.facts.history, key);
  const filter = world.rules.aggregates?.find((one) => one['key'] === key) ?? {};
  const now = params['includesThis'] === true ? thisReceipt(world, filter) : null;
  const value = (name: string): bigint => measureOf(before, name) + (now?.get(name) ?? 0n);
  const x = measured(measure, value, now);
  return tested(params, Number(x), UNITS[measure] ?? 'kopecks');
}

function measured(
  measure: string,
  value: (name: string) => bigint,
  now: ReadonlyMap<string, bigint> | null,
): bigint {
  if (measure === 'largestKopecks') return most(value(measure), now?.get('kopecks') ?? 0n);
  if (measure !== 'averageKopecks') return value(measure);
  return value('receipts') === 0n ? 0n : value('kopecks') / value('receipts');
}

/** Σ Q of a currency over the receipt. */
function earned(world: Asking['world'], currency: string): bigint {
  return world.state.slices
    .flatMap((slice) => slice.units)
    .reduce((all, unit) => all + (unit.sums.get(`Q:${currency}`) ?? 0n), 0n);
}

function daysSince({ world, params }: Asking, from: string | undefined): Check {
  if (from === undefined) return FAR;
  const since = BigInt(dayNumber(world.facts.local.date) - dayNumber(from));
  return within(since, { min: params['minDays'], max: params['maxDays'] }, 'days');
}
