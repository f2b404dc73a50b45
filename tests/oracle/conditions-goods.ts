import { type Asking, type Check, type Condition, lacks, MET, within, yes } from './check.ts';
import type { FactLine } from './facts.ts';
import { matches } from './goods.ts';
import { big, type JsonObject, object, objects, text, textOr, words } from './json.ts';
import { most, sum } from './numbers.ts';
import { select } from './selectors.ts';
import { ofTargets, stageOf, sumAt } from './stages.ts';
import { total } from './state.ts';

// 4.4: sums and quantities.

export const GOODS_CONDITIONS: Readonly<Record<string, Condition>> = {
  'basket-total': (asking) => {
    const { world } = asking;
    return kopecks(asking, sumAt(world.state.slices, stage(asking, 'gross')));
  },
  'goods-sum': (asking) => {
    const { world, params } = asking;
    const slices = world.state.slices.filter((slice) => matches(params, slice.line, world.facts));
    return kopecks(asking, sumAt(slices, stage(asking, 'gross')));
  },
  'selected-total': (asking) => {
    const { picks } = select(asking.world, asking.promotion, { field: 'P', setsMax: null });
    const amount = stage(asking, 'after-discounts');
    return kopecks(asking, sum(picks.map((pick) => ofTargets(pick, amount))));
  },
  'goods-quantity': ({ world, params }) =>
    within(
      milli(lines({ world, params })),
      { min: params['minMilli'], max: params['maxMilli'] },
      'milli',
    ),
  'goods-count': ({ world, params }) => {
    const found = lines({ world, params });
    const counts: Record<string, number> = {
      lines: found.length,
      skus: new Set(found.map((line) => line.sku)).size,
      units: world.state.slices
        .filter((slice) => found.includes(slice.line))
        .reduce((all, slice) => all + slice.units.length, 0),
    };
    const count = BigInt(counts[text(params['what'])] ?? 0);
    return within(count, { min: params['minCount'], max: params['maxCount'] }, 'units');
  },
  'goods-set': ({ world, params }) => {
    const shortages = objects(params['parts']).map((part) =>
      most(0n, big(part['minMilli']) - milli(lines({ world, params: object(part['filter']) }))),
    );
    const short = sum(shortages);
    return short === 0n ? MET : lacks('milli', short);
  },
  'any-line': ({ world, params }) => yes(lines({ world, params }).length > 0),
};

function stage({ world, params }: Asking, usual: string) {
  return stageOf(world, textOr(params['stage'], usual), words(params['methods']));
}

function kopecks({ params }: Asking, amount: bigint): Check {
  return within(amount, { min: params['minKopecks'], max: params['maxKopecks'] }, 'kopecks');
}

function lines({ world, params }: Pick<Asking, 'world'> & { params: JsonObject }): FactLine[] {
  return world.facts.lines.filter((line) => matches(params, line, world.facts));
}

function milli(found: readonly FactLine[]): bigint {
  return sum(found.map((line) => BigInt(line.quantityMilli)));
}

/** 5.2: this receipt as it stands, in the measures of a history. */
export function thisReceipt(
  world: Asking['world'],
  filter: JsonObject,
): Map<string, bigint> | null {
  const slices = world.state.slices.filter((slice) => matches(filter, slice.line, world.facts));
  if (slices.length === 0) return null;
  const kopecksNow = total(slices, 'P');
  const quantity = sum(slices.flatMap((slice) => slice.units.map((unit) => unit.milli)));
  return new Map([
    ['receipts', 1n],
    ['kopecks', kopecksNow],
    ['milli', quantity],
    ['discountKopecks', total(slices, 'G') - kopecksNow],
  ]);
}
