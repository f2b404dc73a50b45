import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import type { Programme } from '../compile/rule-set.ts';
import { CLOSED } from '../language/params.ts';
import { findEffect, findSelector } from '../language/registry.ts';
import { PROMOTION_FIELDS, type Promotion, PromotionShape } from '../language/rule.ts';
import { DEFAULT_SETTINGS } from '../language/settings.ts';
import { TRIGGERS_WITH_LINES } from '../language/triggers.ts';
import { type PromotionProblem, schemaProblems } from './schema-problems.ts';
import { effectsProblems } from './validate-effects.ts';
import { whenProblems } from './validate-expr.ts';
import { limitsProblems } from './validate-limits.ts';
import { type Surroundings, useProblems } from './validate-params.ts';
import { stackingProblems } from './validate-stacking.ts';

export type { PromotionProblem };

/** A promotion that is sound, or everything that is wrong with it. */
export type Validated =
  | { readonly ok: true; readonly promotion: Promotion }
  | { readonly ok: false; readonly problems: readonly PromotionProblem[] };

/**
 * Checks a promotion from outside: its shape, the codes that it names, each entry's own parameters, and
 * that its parts fit each other and the programme. Never throws.
 * @param json      anything
 * @param programme settings and declared queries of the rule set; none = the defaults, no queries
 */
export function validatePromotion(json: unknown, programme: Programme = {}): Validated {
  const problems = Value.Check(OuterShape, json)
    ? innerProblems(json, programme)
    : schemaProblems(OuterShape, json, '');
  if (problems.length > 0) return { ok: false, problems };
  if (Value.Check(PromotionShape, json)) return { ok: true, promotion: json };
  return { ok: false, problems: schemaProblems(PromotionShape, json, '') };
}

/** Everything but the conditions, which are walked one by one. */
const OuterShape = Type.Object(
  { ...PROMOTION_FIELDS, when: Type.Optional(Type.Array(Type.Unknown(), { maxItems: 32 })) },
  CLOSED,
);
type Outer = Static<typeof OuterShape>;

function innerProblems(json: Outer, programme: Programme): readonly PromotionProblem[] {
  const { code, phase, select, stacking, limits, trigger = 'receipt', when = [] } = json;
  const selector = select?.selector ?? 'all';
  const settings = { ...DEFAULT_SETTINGS, ...programme.settings };
  const surroundings: Surroundings = {
    hasLines: TRIGGERS_WITH_LINES.includes(trigger),
    aggregateKeys: new Set((programme.aggregates ?? []).map(({ key }) => key)),
  };
  const half = json.then.map((use) => findEffect(use.effect)?.half ?? null).find(isHalf) ?? null;
  return [
    ...whenProblems(when, surroundings),
    ...selectProblems(select, surroundings),
    ...effectsProblems({ phase, selector, then: json.then, surroundings }),
    ...stackingProblems({ code, phase, half, selector, stacking, settings }),
    ...limitsProblems(limits, selector),
    ...fundingProblems(json.funding),
  ];
}

function isHalf(half: string | null): boolean {
  return half !== null;
}

function selectProblems(
  select: Outer['select'],
  surroundings: Surroundings,
): readonly PromotionProblem[] {
  if (select === undefined) return [];
  if (!surroundings.hasLines) {
    const text = { ru: 'У этого события нет строк чека.', en: 'This trigger has no lines.' };
    return [{ path: '/select', code: 'select-without-lines', text }];
  }
  const { selector, params } = select;
  const use = { path: '/select', field: 'selector', params, surroundings } as const;
  return useProblems(findSelector(selector), use);
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
