import type { Static, TSchema } from 'typebox';
import type { Text } from '#shared/text.ts';
import type { CompiledSelector, View } from '../basket/view.ts';
import type { CompileContext } from '../compile/compile-context.ts';
import type { GoodsFilter } from '../compile/goods-filter.ts';
import type { Selection } from '../select/selection.ts';
import { readerOf } from './condition.ts';
import type { ParamProblem } from './param-problem.ts';
import type { SetSpec } from './set-spec.ts';

/** What a selector's file says: which units take part. */
type SelectorSource<Shape extends TSchema, Prepared> = {
  readonly code: string;
  readonly title: Text;
  readonly params: Shape;
  readonly prepare: (params: Static<Shape>, context: CompileContext) => Prepared;
  /** Fills an empty `into` with what it picks of the units that `view` shows. */
  readonly pick: (prepared: Prepared, view: View, into: Selection) => void;
  readonly problems?: (params: Static<Shape>) => readonly ParamProblem[];
  /** What it makes sets of, so that promotions can compete for them. */
  readonly sets?: (prepared: Prepared) => SetSpec;
  /** Whether it looks at no price but that of the group's base; absent = yes. */
  readonly isSteady?: boolean;
  /** Filters of which each must have a line with one of its names, or it picks nothing. */
  readonly goods?: (params: Static<Shape>) => readonly GoodsFilter[];
};

/** A selector ready to pick, and what it makes sets of; null = it makes none. */
export type ReadySelector = { readonly pick: CompiledSelector; readonly sets: SetSpec | null };

/** A selector as the registry holds it. */
export type Selector = {
  readonly code: string;
  readonly title: Text;
  readonly params: TSchema;
  readonly isSteady: boolean;
  /** @param params of this and all that follow: already valid against `params` (asserted) */
  readonly problems: (params: unknown) => readonly ParamProblem[];
  readonly goods: (params: unknown) => readonly GoodsFilter[];
  readonly compile: (params: unknown, context: CompileContext) => ReadySelector;
};

/** Makes a registry entry out of a selector's file. */
export function defineSelector<Shape extends TSchema, Prepared>(
  source: SelectorSource<Shape, Prepared>,
): Selector {
  const read = readerOf(source.code, source.params);
  const { pick } = source;
  return {
    code: source.code,
    title: source.title,
    params: source.params,
    isSteady: source.isSteady ?? true,
    problems: (params) => source.problems?.(read(params)) ?? [],
    goods: (params) => source.goods?.(read(params)) ?? [],
    compile: (params, context) => {
      const prepared = source.prepare(read(params), context);
      return {
        pick: (view, into) => pick(prepared, view, into),
        sets: source.sets?.(prepared) ?? null,
      };
    },
  };
}
