import type { Static, TSchema } from 'typebox';
import type { Text } from '#shared/text.ts';
import type { CompileContext } from '../compile/compile-context.ts';
import { GAIN_OF_PRICE, type SearchGain } from '../deals/search-gain.ts';
import type { Need } from '../facts.ts';
import type { Trial } from '../play/trial.ts';
import { readerOf } from './condition.ts';
import type { ParamProblem } from './param-problem.ts';
import type { PhaseNumber } from './phases.ts';

/**
 * What an effect gives: price = money off; floor = a bound on discounts; redeemable = what points may
 * pay; terms = how points pay; points; deferred = data for others.
 */
export type EffectKind = 'price' | 'floor' | 'redeemable' | 'terms' | 'points' | 'deferred';

/** What an effect's file says. */
type EffectSource<Shape extends TSchema, Prepared> = {
  readonly code: string;
  readonly title: Text;
  readonly params: Shape;
  readonly kind: EffectKind;
  /** Phases in which it makes sense. */
  readonly phases: readonly PhaseNumber[];
  /** It belongs to the first half of phase 1, or to the second half of phase 8. */
  readonly half?: '1a' | '8b';
  /** Only with these selectors. */
  readonly selectors?: readonly string[];
  readonly needs?: (params: Static<Shape>) => readonly Need[];
  /** Gives something even on an event, where there are no goods. Deferred effects always do. */
  readonly worksWithoutGoods?: (params: Static<Shape>) => boolean;
  /** Given the same base and selection, it gives the same as long as there is room; absent = no. */
  readonly isSteady?: (params: Static<Shape>) => boolean;
  /** What a unit brings in a search for sets; absent = its price. */
  readonly searchGain?: (params: Static<Shape>, context: CompileContext) => SearchGain;
  readonly prepare: (params: Static<Shape>, context: CompileContext) => Prepared;
  /** Adds to the trial what it gives on the trial's selection; changes nothing else. */
  readonly apply: (prepared: Prepared, trial: Trial) => void;
  readonly problems?: (params: Static<Shape>) => readonly ParamProblem[];
};

/** An effect ready to apply. */
export type CompiledEffect = (trial: Trial) => void;

/** An effect as the registry holds it. */
export type Effect = {
  readonly code: string;
  readonly title: Text;
  readonly params: TSchema;
  readonly kind: EffectKind;
  readonly phases: readonly PhaseNumber[];
  readonly half: '1a' | '8b' | null;
  readonly selectors: readonly string[] | null;
  /** @param params of this and all that follow: already valid against `params` (asserted) */
  readonly needs: (params: unknown) => readonly Need[];
  readonly worksWithoutGoods: (params: unknown) => boolean;
  readonly isSteady: (params: unknown) => boolean;
  readonly searchGain: (params: unknown, context: CompileContext) => SearchGain;
  readonly problems: (params: unknown) => readonly ParamProblem[];
  readonly compile: (params: unknown, context: CompileContext) => CompiledEffect;
};

/** Makes a registry entry out of an effect's file. */
export function defineEffect<Shape extends TSchema, Prepared>(
  source: EffectSource<Shape, Prepared>,
): Effect {
  const read = readerOf(source.code, source.params);
  const { apply } = source;
  return {
    code: source.code,
    title: source.title,
    params: source.params,
    kind: source.kind,
    phases: source.phases,
    half: source.half ?? null,
    selectors: source.selectors ?? null,
    needs: (params) => source.needs?.(read(params)) ?? [],
    worksWithoutGoods: (params) =>
      source.kind === 'deferred' || (source.worksWithoutGoods?.(read(params)) ?? false),
    isSteady: (params) => source.isSteady?.(read(params)) ?? false,
    searchGain: (params, context) => source.searchGain?.(read(params), context) ?? GAIN_OF_PRICE,
    problems: (params) => source.problems?.(read(params)) ?? [],
    compile: (params, context) => {
      const prepared = source.prepare(read(params), context);
      return (trial) => apply(prepared, trial);
    },
  };
}
