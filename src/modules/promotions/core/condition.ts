import type { Static, TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { assert } from '#shared/assert.ts';
import type { Text } from '#shared/text.ts';
import type { Basket } from './basket.ts';
import type { Distance, Reason } from './decision.ts';
import type { Facts, Need } from './facts.ts';
import type { GoodsNames } from './goods.ts';
import type { ParamProblem } from './param-problem.ts';

/** A condition's answer: met, or the reason why not, worked out only when someone asks. */
export type Check = typeof MET | Missed;
export type Missed = () => Reason;
export const MET = null;

/** What a condition's file says; `Prepared` is what `prepare` makes of the parameters once. */
type ConditionSource<Shape extends TSchema, Prepared> = {
  readonly code: string;
  /** A sentence in the marketer's words, with `{field}` places; see sentence.ts. */
  readonly title: Text;
  readonly params: Shape;
  /** The facts it looks at. Place and time alone let the index answer for it. */
  readonly needs: readonly Need[];
  readonly prepare: (params: Static<Shape>, promotionCode: string) => Prepared;
  readonly check: (prepared: Prepared, facts: Facts, basket: Basket) => Check;
  readonly problems?: (params: Static<Shape>) => readonly ParamProblem[];
  /** Goods without which it can never be met; none = it can be met by any basket. */
  readonly goods?: (params: Static<Shape>) => GoodsNames | null;
};

/** A condition ready to check. */
export type CompiledCondition = (facts: Facts, basket: Basket) => Check;

/** A condition as the registry holds it: its parameters are checked before they are used. */
export type Condition = {
  readonly code: string;
  readonly title: Text;
  readonly params: TSchema;
  readonly needs: readonly Need[];
  /** @param params already valid against `params` (asserted) */
  readonly problems: (params: unknown) => readonly ParamProblem[];
  /** @param params already valid against `params` (asserted) */
  readonly goods: (params: unknown) => GoodsNames | null;
  /** @param params already valid against `params` (asserted) */
  readonly compile: (params: unknown, promotionCode: string) => CompiledCondition;
};

/** Makes a registry entry out of a condition's file. */
export function defineCondition<Shape extends TSchema, Prepared>(
  source: ConditionSource<Shape, Prepared>,
): Condition {
  const read = readerOf(source.code, source.params);
  return {
    code: source.code,
    title: source.title,
    params: source.params,
    needs: source.needs,
    problems: (params) => source.problems?.(read(params)) ?? [],
    goods: (params) => source.goods?.(read(params)) ?? null,
    compile: (params, promotionCode) => {
      const prepared = source.prepare(read(params), promotionCode);
      return (facts, basket) => source.check(prepared, facts, basket);
    },
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

/** A reason; `distance` says how far away the buyer was, where that can be measured. */
export function reason(code: string, text: Text, distance: Distance | null = null): Reason {
  return { code, text, distance };
}
