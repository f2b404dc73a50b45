import type { JsonObject } from './json.ts';
import { byCode } from './numbers.ts';
import type { World } from './world.ts';

// Chapter 12.3.

const UNITS = ['kopecks', 'units', 'milli', 'points', 'receipts', 'times'];
const FOR_CASHIERS = ['kopecks', 'units', 'milli'];

export function nearMisses(world: World): { cashier: JsonObject[]; member: JsonObject[] } {
  const near = world.live.flatMap(({ code, stacking }) => {
    const verdict = world.verdicts.get(code);
    if (verdict?.is !== 'missed' || verdict.miss.missedItems !== 1) return [];
    const { leaf, unit, distance } = verdict.miss;
    if (unit === null || distance === null || !UNITS.includes(unit)) return [];
    return [
      {
        promotionCode: code,
        leaf,
        unit,
        distance: Number(distance),
        priority: stacking.priority ?? 0,
      },
    ];
  });
  near.sort(
    (a, b) =>
      UNITS.indexOf(a.unit) - UNITS.indexOf(b.unit) ||
      a.distance - b.distance ||
      b.priority - a.priority ||
      byCode(a.promotionCode, b.promotionCode),
  );
  const told = near.map(({ promotionCode, leaf, unit, distance }) => ({
    promotionCode,
    leaf,
    unit,
    distance,
  }));
  return {
    cashier: told.filter((one) => FOR_CASHIERS.includes(one.unit)).slice(0, 3),
    member: told.slice(0, 5),
  };
}
