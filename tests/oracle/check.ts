import type { Json, JsonObject } from './json.ts';
import { bigOr } from './json.ts';
import type { Promotion } from './rules.ts';
import type { World } from './world.ts';

/** What a single condition says (4.1): met, or missed with what is lacking. */
export type Check = {
  readonly isMet: boolean;
  readonly unit: string | null;
  readonly distance: bigint | null;
};

export type Asking = {
  readonly world: World;
  readonly promotion: Promotion;
  readonly params: JsonObject;
  /** How many `probability` leaves stand before this one. */
  readonly draw: number;
};

export type Condition = (asking: Asking) => Check;

export const MET: Check = { isMet: true, unit: null, distance: null };
export const FAR: Check = { isMet: false, unit: null, distance: null };

export function yes(isMet: boolean): Check {
  return isMet ? MET : FAR;
}

/** Missed by so much, if that is anything. */
export function lacks(unit: string, distance: bigint | null): Check {
  if (distance === null || distance <= 0n) return FAR;
  return { isMet: false, unit, distance };
}

export type Bounds = { readonly min: Json | undefined; readonly max: Json | undefined };

/** Inclusive bounds; below the least, the difference is the distance. */
export function within(x: bigint, { min, max }: Bounds, unit: string): Check {
  const least = bigOr(min, null);
  const greatest = bigOr(max, null);
  if (least !== null && x < least) return lacks(unit, least - x);
  return yes(greatest === null || x <= greatest);
}

export function withoutDistance(check: Check): Check {
  return yes(check.isMet);
}
