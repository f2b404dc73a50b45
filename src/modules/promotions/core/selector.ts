import type { Static, TSchema } from 'typebox';
import type { Text } from '#shared/text.ts';
import type { Basket, Selection } from './basket.ts';
import { readerOf } from './condition.ts';
import type { GoodsNames } from './goods.ts';
import type { ParamProblem } from './param-problem.ts';

/** What a selector's file says: which lines or units of them take part. */
type SelectorSource<Shape extends TSchema, Prepared> = {
  readonly code: string;
  readonly title: Text;
  readonly params: Shape;
  readonly prepare: (params: Static<Shape>) => Prepared;
  readonly pick: (prepared: Prepared, basket: Basket) => Selection;
  readonly problems?: (params: Static<Shape>) => readonly ParamProblem[];
  /** Goods without which it never picks anything; none = it may pick from any basket. */
  readonly goods?: (params: Static<Shape>) => GoodsNames | null;
};

/** A selector ready to pick. */
export type CompiledSelector = (basket: Basket) => Selection;

/** A selector as the registry holds it. */
export type Selector = {
  readonly code: string;
  readonly title: Text;
  readonly params: TSchema;
  /** @param params already valid against `params` (asserted) */
  readonly problems: (params: unknown) => readonly ParamProblem[];
  /** @param params already valid against `params` (asserted) */
  readonly goods: (params: unknown) => GoodsNames | null;
  /** @param params already valid against `params` (asserted) */
  readonly compile: (params: unknown) => CompiledSelector;
};

/** Makes a registry entry out of a selector's file. */
export function defineSelector<Shape extends TSchema, Prepared>(
  source: SelectorSource<Shape, Prepared>,
): Selector {
  const read = readerOf(source.code, source.params);
  return {
    code: source.code,
    title: source.title,
    params: source.params,
    problems: (params) => source.problems?.(read(params)) ?? [],
    goods: (params) => source.goods?.(read(params)) ?? null,
    compile: (params) => {
      const prepared = source.prepare(read(params));
      return (basket) => source.pick(prepared, basket);
    },
  };
}
