import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import { CLOSED } from './params.ts';
import { findEffect, findSelector } from './registry.ts';
import { PROMOTION_FIELDS, type Promotion, PromotionShape } from './rule.ts';
import { type PromotionProblem, schemaProblems } from './schema-problems.ts';
import { exprProblems } from './validate-expr.ts';
import { useProblems } from './validate-use.ts';

export type { PromotionProblem };

/** A promotion that is sound, or everything that is wrong with it. */
export type Validated =
  | { readonly ok: true; readonly promotion: Promotion }
  | { readonly ok: false; readonly problems: readonly PromotionProblem[] };

/**
 * Checks a promotion from outside: its shape, the codes that it names, each entry's own parameters, and
 * that its parts fit each other. Never throws.
 * @param json anything
 */
export function validatePromotion(json: unknown): Validated {
  const problems = Value.Check(OuterShape, json)
    ? innerProblems(json)
    : schemaProblems(OuterShape, json, '');
  if (problems.length > 0) return { ok: false, problems };
  if (Value.Check(PromotionShape, json)) return { ok: true, promotion: json };
  return { ok: false, problems: schemaProblems(PromotionShape, json, '') };
}

/** Everything but the conditions, which are walked one by one. */
const OuterShape = Type.Object(
  { ...PROMOTION_FIELDS, when: Type.Array(Type.Unknown(), { maxItems: 32 }) },
  CLOSED,
);
type Outer = Static<typeof OuterShape>;

function innerProblems(json: Outer): readonly PromotionProblem[] {
  const { when, select } = json;
  return [
    ...when.flatMap((expr, i) => exprProblems(expr, `/when/${i}`)),
    ...(select === undefined
      ? []
      : useProblems(findSelector(select.selector), {
          path: '/select',
          field: 'selector',
          params: select.params,
        })),
    ...json.then.flatMap((use, i) => effectProblems(use, i, json.phase)),
    ...fundingProblems(json.funding),
  ];
}

function effectProblems(
  use: Outer['then'][number],
  place: number,
  phase: number,
): readonly PromotionProblem[] {
  const path = `/then/${place}`;
  const effect = findEffect(use.effect);
  const problems = useProblems(effect, { path, field: 'effect', params: use.params });
  if (effect === undefined || effect.phases.some((number) => number === phase)) return problems;
  const phases = effect.phases.join(', ');
  const text = {
    ru: `Это действие возможно в фазах: ${phases}.`,
    en: `This effect belongs to phases: ${phases}.`,
  };
  return [...problems, { path: `${path}/effect`, code: 'effect-out-of-phase', text }];
}

function fundingProblems(funding: Outer['funding']): readonly PromotionProblem[] {
  if (funding === undefined) return [];
  const total = funding.reduce((sum, { shareBasisPoints }) => sum + shareBasisPoints, 0);
  if (total === 10_000) return [];
  const text = {
    ru: 'Доли финансирования должны давать 100 %.',
    en: 'Funding shares must make 100%.',
  };
  return [{ path: '/funding', code: 'funding-not-whole', text }];
}
