import type { Static, TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { assert } from '#shared/assert.ts';
import type { Text } from '#shared/text.ts';
import type { Basket } from '../basket/basket.ts';
import type { CompileContext } from '../compile/compile-context.ts';
import type { GoodsFilter } from '../compile/goods-filter.ts';
import type { DistanceUnit } from '../decision.ts';
import type { Facts, Need } from '../facts.ts';
import type { ParamProblem } from './param-problem.ts';

/**
 * A condition's answer, a plain number so that asking allocates nothing: MET, FAR (missed, no distance),
 * or d > 0 (missed by d of the condition's unit).
 */
export type Check = number;
export const MET = 0;
export const FAR = -1;

/**
 * What a condition depends on. `place`, `time` and `audience` look at the facts alone and are answered by
 * the index when they stand at the top of `when`; `goods` ones say which goods they need (`goods`) and
 * are checked besides; `state` is the rest.
 */
export type ConditionClass = 'place' | 'time' | 'audience' | 'goods' | 'state';

/** A miss in words, for people. */
export type Why = { readonly code: string; readonly text: Text };

/** What is known when a miss is put into words. */
export type MissedBy = { readonly facts: Facts; readonly distance: number | null };

/** What a condition's file says; `Prepared` is what `prepare` makes of the parameters once. */
type ConditionSource<Shape extends TSchema, Prepared> = {
  readonly code: string;
  /** A sentence in the marketer's words, with `{field}` places; see sentence.ts. */
  readonly title: Text;
  readonly params: Shape;
  readonly class: ConditionClass;
  /** Unit of its distances; null or absent = it has none. */
  readonly unit?: DistanceUnit | null | ((params: Static<Shape>) => DistanceUnit | null);
  /** The facts it looks at. */
  readonly needs: readonly Need[] | ((params: Static<Shape>) => readonly Need[]);
  readonly prepare: (params: Static<Shape>, context: CompileContext) => Prepared;
  /** Classes place, time and audience must not touch `basket`. */
  readonly check: (prepared: Prepared, facts: Facts, basket: Basket) => Check;
  /** Asked only when a verdict is read. */
  readonly why: (params: Static<Shape>, missed: MissedBy) => Why;
  readonly problems?: (params: Static<Shape>) => readonly ParamProblem[];
  /** Class goods: filters of which each must find a line, or it cannot be met. */
  readonly goods?: (params: Static<Shape>) => readonly GoodsFilter[];
  /** Class audience: keys of which the member having any is the same as meeting it; null = cannot be said so. */
  readonly keys?: (params: Static<Shape>) => AudienceKeys | null;
  /** Class time: minutes of the day (0 … 1440) at which the answer may change; none = the date decides. */
  readonly edges?: (params: Static<Shape>) => readonly number[];
};

/** Tags, or tiers of the group `main`, of which a member must have any. */
export type AudienceKeys = { readonly of: 'tag' | 'tier'; readonly codes: readonly string[] };

/** A condition ready to check. */
export type Checker = (facts: Facts, basket: Basket) => Check;

/** A condition as the registry holds it: its parameters are checked before they are used. */
export type Condition = {
  readonly code: string;
  readonly title: Text;
  readonly params: TSchema;
  readonly class: ConditionClass;
  /** @param params of this and all that follow: already valid against `params` (asserted) */
  readonly unit: (params: unknown) => DistanceUnit | null;
  readonly needs: (params: unknown) => readonly Need[];
  readonly problems: (params: unknown) => readonly ParamProblem[];
  readonly goods: (params: unknown) => readonly GoodsFilter[];
  readonly keys: (params: unknown) => AudienceKeys | null;
  readonly edges: (params: unknown) => readonly number[];
  readonly compile: (params: unknown, context: CompileContext) => Checker;
  readonly why: (params: unknown, missed: MissedBy) => Why;
};

/** Makes a registry entry out of a condition's file. */
export function defineCondition<Shape extends TSchema, Prepared>(
  source: ConditionSource<Shape, Prepared>,
): Condition {
  const read = readerOf(source.code, source.params);
  const { unit = null, needs, check } = source;
  return {
    code: source.code,
    title: source.title,
    params: source.params,
    class: source.class,
    unit: (params) => (typeof unit === 'function' ? unit(read(params)) : unit),
    needs: (params) => (typeof needs === 'function' ? needs(read(params)) : needs),
    problems: (params) => source.problems?.(read(params)) ?? [],
    goods: (params) => source.goods?.(read(params)) ?? [],
    keys: (params) => source.keys?.(read(params)) ?? null,
    edges: (params) => source.edges?.(read(params)) ?? [],
    compile: (params, context) => {
      const prepared = source.prepare(read(params), context);
      return (facts, basket) => check(prepared, facts, basket);
    },
    why: (params, missed) => source.why(read(params), missed),
  };
}

/**
 * Gives a reader that narrows unknown parameters to the schema's type; it asserts that they fit. The
 * check is compiled: interpreting the schema takes milliseconds for a list of a thousand SKUs.
 */
export function readerOf<Shape extends TSchema>(
  code: string,
  shape: Shape,
): (params: unknown) => Static<Shape> {
  const validator = Compile(shape);
  return (params) => {
    assert(validator.Check(params), `the parameters of ${code} do not fit its schema`);
    return params;
  };
}
