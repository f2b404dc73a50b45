import { matches } from './goods.ts';
import { bigOr, type JsonObject, object, objects, textOr } from './json.ts';
import { at, down, least, most, near, sum, WHOLE } from './numbers.ts';
import type { Search } from './outcome-shape.ts';
import type { Promotion } from './rules.ts';
import { isSome, unitPrice } from './selection.ts';
import { type Field, milliOf, type Slice } from './state.ts';
import { fieldOf } from './values.ts';
import type { Pick, Selection, World } from './world.ts';

// Chapter 6.3 by trying everything: plans are walked in the order of their vectors, so the first of the
// greatest value is the one that the norm asks for.

export type Seeker = {
  readonly promotion: Promotion;
  readonly free: readonly Slice[];
  readonly field: Field;
  readonly setsMax: number | null;
};

type Place = {
  readonly seeker: number;
  readonly component: number;
  readonly slice: Slice;
  readonly gain: bigint;
};

type Plan = { readonly value: bigint; readonly x: readonly number[] };

/** One promotion for itself. */
export function selectSets(
  world: World,
  promotion: Promotion,
  how: Omit<Seeker, 'promotion'>,
): Selection {
  const isPicky = policyPrefers(promotion, world);
  const [only] = searchSets(world, [{ promotion, ...how }], isPicky);
  if (only === undefined) throw new Error('one seeker, one selection');
  return only;
}

function policyPrefers(promotion: Promotion, world: World): boolean {
  const policy = promotion.stacking.policy ?? world.settings.policy;
  return policy !== 'best-deal' && promotion.select?.params?.['prefer'] === 'cheapest';
}

/** One plan for all; a selection for each. */
export function searchSets(
  world: World,
  seekers: readonly Seeker[],
  isPicky: boolean,
): Selection[] {
  const places = seekers.flatMap((seeker, i) => placesOf(world, seeker, { i, isPicky }));
  const plan = bestPlan(world, seekers, { places, isPicky });
  const search: Search = {
    promotionCodes: seekers.map(({ promotion }) => promotion.code),
    value: plan.value,
  };
  const taken = new Map<Slice, number>();
  return seekers.map((seeker, i) => {
    const mine = places
      .map((place, k) => ({ place, x: at(plan.x, k) }))
      .filter(({ place }) => place.seeker === i);
    const counts = mine.map(({ place, x }) => ({
      place,
      x,
      isTarget: isTarget(seeker, place.component),
    }));
    const picks = world.state.slices.map((slice): Pick => {
      const here = counts.filter(({ place }) => place.slice === slice);
      const count = (isWanted: boolean): number =>
        here.filter((one) => one.isTarget === isWanted).reduce((all, one) => all + one.x, 0);
      const pick = {
        slice,
        skip: taken.get(slice) ?? 0,
        targets: count(true),
        companions: count(false),
      };
      taken.set(slice, pick.skip + pick.targets + pick.companions);
      return pick;
    });
    return { picks: picks.filter(isSome), sets: setsIn(seeker, counts), threshold: 0n, search };
  });
}

function setsIn(
  seeker: Seeker,
  counts: readonly { readonly place: Place; readonly x: number }[],
): number {
  const first = counts.filter(({ place }) => place.component === 0);
  return first.reduce((all, { x }) => all + x, 0) / countOf(at(componentsOf(seeker), 0));
}

function componentsOf({ promotion }: Seeker): readonly JsonObject[] {
  return objects(promotion.select?.params?.['components']);
}

function countOf(component: JsonObject): number {
  return Number(bigOr(component['count'], 1n));
}

function isTarget(seeker: Seeker, component: number): boolean {
  return at(componentsOf(seeker), component)['isTarget'] !== false;
}

/**
 * The places of the vector in their reading order: component by component, slices from the last. Without goods
 * for one component there is no set, so there are no places either.
 */
function placesOf(
  world: World,
  seeker: Seeker,
  { i, isPicky }: { i: number; isPicky: boolean },
): Place[] {
  const byComponent = componentsOf(seeker).map((component, c) =>
    seeker.free
      .filter((slice) => matches(object(component['filter']), slice.line, world.facts))
      .toReversed()
      .map((slice) => {
        const price = unitPrice(slice, seeker.field);
        const plain = isTarget(seeker, c) ? gainOf(world, seeker, slice) : 0n;
        const gain = isPicky ? most(1n, 10n ** 10n - price) : plain;
        return { seeker: i, component: c, slice, gain };
      }),
  );
  return byComponent.some((places) => places.length === 0) ? [] : byComponent.flat();
}

function gainOf(world: World, { promotion, field }: Seeker, slice: Slice): bigint {
  const [effect] = promotion.then;
  const params = effect?.params ?? {};
  const price = unitPrice(slice, field);
  const milli = down(milliOf(slice), BigInt(slice.units.length));
  const reader = { world, promotion, selection: null, line: slice.line };
  switch (effect?.effect) {
    case 'percent-off':
      return near(price * least(WHOLE, fieldOf(params['rateBasisPoints'], reader)), WHOLE);
    case 'amount-off':
      if (params['per'] !== 'unit' && params['per'] !== 'kilogram') return price;
      return least(price, down(fieldOf(params['amountKopecks'], reader) * milli, 1000n));
    case 'fixed-price':
      return most(0n, price - near(fieldOf(params['priceKopecks'], reader) * milli, 1000n));
    default:
      return price;
  }
}

function priceOfSet(world: World, { promotion }: Seeker): bigint {
  const [effect] = promotion.then;
  if (effect?.effect !== 'set-price') return 0n;
  return fieldOf(effect.params?.['priceKopecks'], {
    world,
    promotion,
    selection: null,
    line: null,
  });
}

type Space = { readonly places: readonly Place[]; readonly isPicky: boolean };

function bestPlan(world: World, seekers: readonly Seeker[], { places, isPicky }: Space): Plan {
  const prices = seekers.map((seeker) => (isPicky ? 0n : priceOfSet(world, seeker)));
  const left = new Map(places.map(({ slice }) => [slice, slice.units.length]));
  const x = places.map(() => 0);
  let best: Plan = { value: -1n, x: [] };

  const walk = (k: number, sets: readonly number[]): void => {
    const place = places[k];
    if (place === undefined) {
      const allSets = seekers.map((_, i) => sets[i] ?? 0);
      const value =
        sum(places.map(({ gain }, i) => BigInt(at(x, i)) * gain)) -
        sum(prices.map((price, i) => price * BigInt(at(allSets, i))));
      if (value > best.value) best = { value, x: [...x] };
      return;
    }
    const room = left.get(place.slice) ?? 0;
    for (let count = 0; count <= room; count += 1) {
      x[k] = count;
      left.set(place.slice, room - count);
      const after = setsAfter(seekers, places, { x, k, sets });
      if (after !== null) walk(k + 1, after);
    }
    x[k] = 0;
    left.set(place.slice, room);
  };
  walk(0, []);
  return best;
}

type Step = { readonly x: readonly number[]; readonly k: number; readonly sets: readonly number[] };

/** Once a component is full: the number of sets that it makes up, if the plan can still be feasible. */
function setsAfter(
  seekers: readonly Seeker[],
  places: readonly Place[],
  { x, k, sets }: Step,
): readonly number[] | null {
  const { seeker: i, component: c } = at(places, k);
  const next = places[k + 1];
  if (next?.seeker === i && next.component === c) return sets;
  const seeker = at(seekers, i);
  const component = at(componentsOf(seeker), c);
  const count = countOf(component);
  const mine = places
    .map((place, p) => ({ slice: place.slice, place, x: at(x, p) }))
    .filter(({ place }) => place.seeker === i && place.component === c);
  const all = mine.reduce((units, one) => units + one.x, 0);
  const n = all / count;
  const max = Math.min(
    Number(bigOr(seeker.promotion.select?.params?.['maxSets'], 10n ** 9n)),
    seeker.setsMax ?? n,
  );
  if (all % count !== 0 || n > max || (c > 0 && n !== (sets[i] ?? 0))) return null;
  if (!isMixed(textOr(seeker.promotion.select?.params?.['mix'], 'any'), mine, { count, n }))
    return null;
  const after = [...sets];
  after[i] = n;
  return after;
}

function isMixed(
  mix: string,
  mine: readonly { readonly slice: Slice; readonly x: number }[],
  { count, n }: { count: number; n: number },
): boolean {
  const bySku = new Map<string, number>();
  for (const { slice, x } of mine) bySku.set(slice.line.sku, (bySku.get(slice.line.sku) ?? 0) + x);
  const all = [...bySku.values()];
  if (mix === 'same') return all.every((units) => units % count === 0);
  return mix !== 'different' || all.every((units) => units <= n);
}
