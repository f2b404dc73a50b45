import type { Static, TSchema } from 'typebox';
import type { Text } from '#shared/text.ts';
import type { Basket } from './basket.ts';
import { readerOf } from './condition.ts';
import type { MessageChannel } from './decision.ts';
import type { Lifetime } from './lifetime.ts';
import type { ParamProblem } from './param-problem.ts';
import type { PhaseNumber } from './phases.ts';

/** Points in all, and by what they are shared out over the lines once it is clear that they are given. */
export type PointsGrant = {
  readonly points: number;
  /** One per line, ≥ 0; not all 0 when `points` is not. */
  readonly weights: readonly number[];
  readonly lifetime: Lifetime;
};

/** What an effect gives: one amount per line, or words. null = nothing. */
export type Grant =
  | { readonly kind: 'discount'; readonly kopecksByLine: readonly number[] }
  | { readonly kind: 'redeemable'; readonly kopecksByLine: readonly number[] }
  | ({ readonly kind: 'points' } & PointsGrant)
  | { readonly kind: 'message'; readonly channel: MessageChannel; readonly text: Text }
  | null;

/** What an effect's file says. */
type EffectSource<Shape extends TSchema, Prepared> = {
  readonly code: string;
  readonly title: Text;
  readonly params: Shape;
  /** Phases in which it makes sense. */
  readonly phases: readonly PhaseNumber[];
  /** Whether it means nothing for an anonymous buyer. */
  readonly needsMember: boolean;
  /** Whether its group must wait for the phase's other groups, because it works on their results. */
  readonly isLate?: boolean;
  readonly prepare: (params: Static<Shape>) => Prepared;
  readonly apply: (prepared: Prepared, basket: Basket, selection: readonly number[]) => Grant;
  readonly problems?: (params: Static<Shape>) => readonly ParamProblem[];
};

/** An effect ready to apply. */
export type CompiledEffect = (basket: Basket, selection: readonly number[]) => Grant;

/** An effect as the registry holds it. */
export type Effect = {
  readonly code: string;
  readonly title: Text;
  readonly params: TSchema;
  readonly phases: readonly PhaseNumber[];
  readonly needsMember: boolean;
  readonly isLate: boolean;
  /** @param params already valid against `params` (asserted) */
  readonly problems: (params: unknown) => readonly ParamProblem[];
  /** @param params already valid against `params` (asserted) */
  readonly compile: (params: unknown) => CompiledEffect;
};

/** Makes a registry entry out of an effect's file. */
export function defineEffect<Shape extends TSchema, Prepared>(
  source: EffectSource<Shape, Prepared>,
): Effect {
  const read = readerOf(source.code, source.params);
  return {
    code: source.code,
    title: source.title,
    params: source.params,
    phases: source.phases,
    needsMember: source.needsMember,
    isLate: source.isLate ?? false,
    problems: (params) => source.problems?.(read(params)) ?? [],
    compile: (params) => {
      const prepared = source.prepare(read(params));
      return (basket, selection) => source.apply(prepared, basket, selection);
    },
  };
}
