import fc from 'fast-check';
import type { Json, JsonObject } from '../json.ts';
import { byCode } from '../numbers.ts';
import type { Effect, Limit, Promotion, RuleSet, Settings, Stacking } from '../rules.ts';
import { domainOf, HALVES, halfOf } from '../rules.ts';
import { type Mood, when } from './conditions.ts';
import { deferred, effectOf, FIRING, initialPrice } from './effects.ts';
import { SELECT, SETS } from './selectors.ts';
import { CODES, mixed, oneOf, someOf } from './universe.ts';
import { PLAIN } from './values.ts';

// Rule sets that chapter 16 would let through. What promotions of a group must agree on is drawn once per group.

export type Theme = {
  readonly name: string;
  /** Halves to stand in, the more often the oftener they are named. */
  readonly halves: readonly string[];
  readonly mood: Mood;
  readonly promotionsMax: number;
  readonly linesMax: number;
  /** Of ten promotions, how many pick sets; how many carry deferred effects too. */
  readonly sets: number;
  readonly deferred: number;
  readonly hasEvents: boolean;
  /** Policies of the groups; of ten promotions, how many have limits. */
  readonly policies: readonly string[];
  readonly limits: number;
};

type GroupTerms = {
  readonly policy: string;
  readonly turn: number;
  readonly cap: number | null;
  readonly cutOrder: string | null;
};

export const POLICIES: readonly string[] = [
  'sum',
  'sum',
  'chain',
  'best-per-line',
  'best-for-buyer',
  'best-deal',
  'first-by-priority',
  'least-cost',
  'choice',
];

function groupOf({ policies }: Theme): fc.Arbitrary<GroupTerms> {
  return fc.record({
    policy: fc.constantFrom(...policies),
    turn: oneOf(0, 0, 5),
    cap: mixed<number | null>([4, fc.constant(null)], [1, oneOf(1, 500, 1000, 3000)]),
    cutOrder: oneOf<string | null>(null, null, 'last-first', 'in-proportion'),
  });
}

const SETTINGS: fc.Arbitrary<Settings> = fc.record(
  {
    policy: fc.constant('chain'),
    percentRounding: oneOf('near', 'down'),
    floorUnitKopecks: oneOf(0, 0, 1, 500),
    floorBasisPoints: oneOf(0, 0, 100, 5000),
    lineCapBasisPoints: oneOf(10_000, 10_000, 5000, 2500, 0),
    receiptCapBasisPoints: oneOf(10_000, 10_000, 6000, 1500),
    cutOrder: oneOf('last-first', 'in-proportion'),
    redemptionCapBasisPoints: oneOf(10_000, 3000),
    pointsPayFloor: fc.boolean(),
    externalDiscount: oneOf('counts', 'ignored'),
    funderCode: oneOf('operator', 'brand'),
  },
  { requiredKeys: [], noNullPrototype: true },
);

const SHARED: fc.Arbitrary<Limit> = fc
  .record({ key: oneOf('lk1', 'lk2'), code: fc.constant('shared') })
  .map(({ key, code }) =>
    key === 'lk1'
      ? {
          code,
          key,
          unit: 'kopecks',
          subject: 'campaign',
          period: 'offer',
          max: 6000,
          lowWater: 2000,
        }
      : { code, key, unit: 'times', subject: 'member', period: 'day', max: 2 },
  );

const OWN: fc.Arbitrary<Omit<Limit, 'code'>> = fc
  .record(
    {
      unit: oneOf(
        'times',
        'kopecks',
        'kopecks',
        'points',
        'milli',
        'units',
        'sets',
        'skus',
        'coupons',
      ),
      subject: oneOf('receipt', 'line', 'member', 'promotion', 'card'),
      period: oneOf<Json>('receipt', 'day', { lastMinutes: 30 }, 'offer'),
      max: oneOf(0, 1, 2, 3, 1000, 2500),
    },
    { noNullPrototype: true },
  )
  .chain((must) =>
    fc
      .record(
        { reaction: oneOf('stop', 'cap', 'cap', 'alarm'), lowWater: oneOf(0, 1, 500) },
        { requiredKeys: [], noNullPrototype: true },
      )
      .map((may) => ({ ...must, ...may })),
  );

function limitsOf(theme: Theme): fc.Arbitrary<Limit[]> {
  const own = fc.array(OWN, { minLength: 1, maxLength: 2 });
  return mixed<Limit[]>(
    [10 - theme.limits, fc.constant([])],
    [theme.limits, own.map((all) => all.map((one, i) => ({ ...one, code: `l${i}` })))],
    [theme.limits, SHARED.map((one) => [one])],
  );
}

// Not `fc.integer`, which favours its bounds.
const DICE = oneOf(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);

const STACKING: fc.Arbitrary<Partial<Stacking>> = fc.record(
  {
    priority: oneOf(0, 1, 2, 2),
    exclusive: oneOf('line', 'group', 'all'),
    blocks: someOf([...CODES, 'zz'], 2),
    blockedBy: someOf(CODES, 1),
    requires: someOf([...CODES, 'zz'], 1),
    takesUnits: oneOf('no', 'phase', 'receipt'),
    isAlways: fc.boolean(),
  },
  { requiredKeys: [], noNullPrototype: true },
);

const CHANCES: Readonly<Record<string, number>> = { takesUnits: 7, isAlways: 8, exclusive: 8 };

// Of the fields above most are left out, so that promotions play at all.
const RARELY: fc.Arbitrary<Partial<Stacking>> = fc
  .tuple(STACKING, fc.array(DICE, { minLength: 7, maxLength: 7 }))
  .map(([stacking, dice]) =>
    Object.fromEntries(
      Object.entries(stacking).filter(
        ([name], i) => name === 'priority' || (dice[i] ?? 0) >= (CHANCES[name] ?? 9),
      ),
    ),
  );

const FUNDING = mixed<Promotion['funding'] | null>(
  [4, fc.constant(null)],
  [
    1,
    fc.constant([
      { partyCode: 'brand', shareBasisPoints: 3333 },
      { partyCode: 'operator', shareBasisPoints: 6667 },
    ]),
  ],
);

type Raw = {
  readonly group: string;
  readonly half: string;
  readonly select: Promotion['select'];
  readonly then: readonly Effect[];
  readonly stacking: Partial<Stacking>;
  readonly limits: Limit[];
  readonly funding: Promotion['funding'] | null;
  readonly when: NonNullable<Promotion['when']>;
};

function rawOf(theme: Theme): fc.Arbitrary<Raw> {
  return fc
    .tuple(fc.constantFrom(...theme.halves), DICE, DICE, oneOf(0, 1, 2, 3, 4))
    .chain(([half, dice, other, initial]) => {
      const isSets = dice < theme.sets && !['1a', '1b'].includes(half);
      const first =
        half === '1b' && initial === 0
          ? initialPrice(PLAIN)
          : effectOf({ half, isSets, isFirst: true });
      const more =
        other < 2 && !(half === '1b' && initial === 0)
          ? fc.array(effectOf({ half, isSets, isFirst: false }), { minLength: 1, maxLength: 1 })
          : fc.constant([]);
      const also =
        dice % 10 >= 10 - theme.deferred
          ? fc.array(deferred(PLAIN), { minLength: 1, maxLength: 2 })
          : fc.constant([]);
      const only = theme.deferred >= 4 && other === 9;
      return fc.record(
        {
          group: oneOf('ga', 'ga', 'gb'),
          half: fc.constant(half),
          select: isSets ? SETS : SELECT,
          then: only
            ? fc.array(deferred(PLAIN), { minLength: 1, maxLength: 2 })
            : fc.tuple(first, more, also).map(([a, b, c]) => [a, ...b, ...c]),
          stacking: RARELY,
          limits: limitsOf(theme),
          funding: FUNDING,
          when: when(theme.mood),
        },
        { noNullPrototype: true },
      );
    });
}

export function ruleSetOf(theme: Theme): fc.Arbitrary<RuleSet> {
  const promotions = fc.array(rawOf(theme), {
    minLength: 1,
    maxLength: theme.promotionsMax,
    size: 'max',
  });
  const events = fc.array(FIRING, { maxLength: theme.hasEvents ? 2 : 0 });
  return fc
    .record({ ga: groupOf(theme), gb: groupOf(theme), settings: SETTINGS, raw: promotions, events })
    .map(({ ga, gb, settings, raw, events: fired }) => {
      const all = possible(raw.map((one, i) => promotionOf(CODES[i] ?? `p${i}`, one, { ga, gb })));
      const last = fired.map((effect, i) => follower(`pz${i}`, [effect], 9));
      return {
        version: 1,
        settings,
        aggregates: AGGREGATES,
        promotions: [...all, ...last, ...(fired.length > 0 ? LISTENERS : [])],
      };
    });
}

const AGGREGATES: readonly JsonObject[] = [
  { key: 'h1', period: { lastDays: 30 } },
  { key: 'h2', period: { lastMonths: 1 }, groupCodes: ['g1'] },
];

function follower(code: string, then: readonly Effect[], phase: number): Promotion {
  return {
    code,
    title: { ru: code, en: code },
    phase,
    isOn: true,
    then,
    stacking: { group: 'events', priority: 0 },
  };
}

/** Promotions that wait for what others fire; one of them fires on. */
const LISTENERS: readonly Promotion[] = [
  {
    ...follower(
      'pl',
      [
        {
          effect: 'change-counter',
          params: { counterCode: 'c1', op: 'increase', amount: { source: 'event:size' } },
        },
      ],
      9,
    ),
    trigger: 'custom.event',
    limits: [{ code: 'l0', key: 'lk2', unit: 'times', subject: 'member', period: 'day', max: 3 }],
  },
  {
    ...follower(
      'pm',
      [
        { effect: 'earn-fixed', params: { points: 3, per: 'receipt' } },
        { effect: 'debit-points', params: { points: 2 } },
      ],
      8,
    ),
    trigger: 'custom.event',
    when: [{ condition: 'probability', params: { chanceBasisPoints: 6000 } }],
  },
  {
    ...follower(
      'pn',
      [
        { effect: 'fire', params: { event: 'custom.event', data: { size: 1 } } },
        { effect: 'fire', params: { event: 'site.event' } },
      ],
      9,
    ),
    trigger: 'site.event',
  },
];

type Groups = { readonly ga: GroupTerms; readonly gb: GroupTerms };

/** Takes out what chapter 16 refuses. */
function promotionOf(code: string, raw: Raw, groups: Groups): Promotion {
  const { half, then, select, when: conditions } = raw;
  const phase = Number.parseInt(half, 10);
  const terms = raw.group === 'ga' ? groups.ga : groups.gb;
  const isDeal = terms.policy === 'best-deal' && ['3', '5'].includes(half);
  const picks = isDeal && select?.selector !== 'sets' ? DEAL : select;
  const draft = {
    code,
    title: { ru: code, en: code },
    phase,
    isOn: true,
    when: conditions,
    then:
      isDeal && picks === DEAL ? [{ effect: 'set-price', params: { priceKopecks: 1000 } }] : then,
  };
  const plain: Promotion = {
    ...draft,
    ...(picks === undefined ? {} : { select: picks }),
    stacking: { group: raw.group },
  };
  const stacking = stackingOf(plain, raw, { terms, isDeal });
  const limits = raw.limits.filter((limit) => isLimitable(limit, plain));
  return {
    ...plain,
    stacking,
    ...(limits.length > 0 ? { limits } : {}),
    ...(raw.funding === null || raw.funding === undefined ? {} : { funding: raw.funding }),
  };
}

const DEAL = {
  selector: 'sets',
  params: {
    components: [
      { filter: { skus: ['s1', 's2'] }, count: 1 },
      { filter: { groupCodes: ['g2', 'g3'] }, count: 1 },
    ],
  },
};

function isLimitable(limit: Limit, { select }: Promotion): boolean {
  const inSets = ['sets', 'n-plus-m'].includes(select?.selector ?? 'all');
  if (limit.unit === 'sets' && !inSets) return false;
  return limit.subject !== 'line' || ['kopecks', 'milli', 'units'].includes(limit.unit);
}

function stackingOf(
  promotion: Promotion,
  raw: Raw,
  { terms, isDeal }: { terms: GroupTerms; isDeal: boolean },
): Stacking {
  const { phase, select, code } = promotion;
  const half = halfOf(promotion);
  const isPrice = phase >= 1 && phase <= 5;
  const inSets = ['sets', 'n-plus-m'].includes(select?.selector ?? 'all');
  const policy = terms.policy === 'best-deal' && !isDeal ? 'best-for-buyer' : terms.policy;
  const { exclusive, isAlways, takesUnits, requires, blocks, blockedBy, ...rest } = raw.stacking;
  const alone = exclusiveOf(exclusive, { promotion, isDeal });
  const takes = isDeal
    ? takesUnits === 'receipt'
      ? 'receipt'
      : 'phase'
    : policy === 'best-per-line' && inSets
      ? 'no'
      : takesUnits;
  return {
    group: raw.group,
    priority: 0,
    ...rest,
    policy,
    turn: terms.turn,
    ...(isPrice && half !== '1a' && terms.cap !== null ? { capBasisPoints: terms.cap } : {}),
    ...(terms.cutOrder === null ? {} : { cutOrder: terms.cutOrder }),
    ...(alone === undefined ? {} : { exclusive: alone }),
    ...(isAlways === true && alone !== 'all' ? { isAlways } : {}),
    ...(isPrice && takes !== undefined ? { takesUnits: takes } : {}),
    ...(requires === undefined || alone === 'all' ? {} : { requires }),
    ...without(code, { blocks, blockedBy }),
  };
}

function without(
  code: string,
  lists: Readonly<Record<'blocks' | 'blockedBy', readonly string[] | undefined>>,
): Partial<Stacking> {
  return Object.fromEntries(
    Object.entries(lists)
      .map(([name, codes]) => [name, (codes ?? []).filter((one) => one !== code)] as const)
      .filter(([, codes]) => codes.length > 0),
  );
}

/** Takes out what is required and can never have applied before. */
function possible(promotions: readonly Promotion[]): Promotion[] {
  const places = new Map(sortedByPlay(promotions).map((one, place) => [one.code, place]));
  return promotions.map((one) => {
    const { requires, ...stacking } = one.stacking;
    const kept = (requires ?? []).filter((code) => {
      const other = promotions.find((it) => it.code === code);
      return other === undefined || isBefore(one, other, places);
    });
    return { ...one, stacking: kept.length === 0 ? stacking : { ...stacking, requires: kept } };
  });
}

function sortedByPlay(promotions: readonly Promotion[]): Promotion[] {
  const key = ({ stacking }: Promotion): number => stacking.turn ?? 0;
  return promotions.toSorted(
    (a, b) =>
      HALVES.indexOf(halfOf(a)) - HALVES.indexOf(halfOf(b)) ||
      key(b) - key(a) ||
      byCode(a.stacking.group, b.stacking.group) ||
      Number(a.stacking.isAlways === true) - Number(b.stacking.isAlways === true) ||
      (b.stacking.priority ?? 0) - (a.stacking.priority ?? 0) ||
      byCode(a.code, b.code),
  );
}

function isBefore(one: Promotion, other: Promotion, places: ReadonlyMap<string, number>): boolean {
  const isOneGroup = halfOf(one) === halfOf(other) && one.stacking.group === other.stacking.group;
  const joins =
    ['sum', 'chain'].includes(one.stacking.policy ?? 'sum') || one.stacking.isAlways === true;
  return (places.get(other.code) ?? 0) < (places.get(one.code) ?? 0) && (!isOneGroup || joins);
}

function exclusiveOf(
  exclusive: string | undefined,
  { promotion, isDeal }: { promotion: Promotion; isDeal: boolean },
): string | undefined {
  const domain = domainOf(promotion);
  if (exclusive === 'line') return domain === 'none' || isDeal ? undefined : exclusive;
  if (exclusive === 'all')
    return domain === 'none' || halfOf(promotion) === '8b' ? undefined : exclusive;
  return isDeal ? undefined : exclusive;
}
