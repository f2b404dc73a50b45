import type { Effect, EffectKind } from '../language/effect.ts';
import { findEffect } from '../language/registry.ts';
import { readsSelection } from '../value/compile-value.ts';
import { isValueObject } from '../value/value.ts';
import type { PromotionProblem } from './schema-problems.ts';
import { type Surroundings, useProblems } from './validate-params.ts';

/** What the effects of a promotion are checked against. */
export type EffectsOf = {
  readonly phase: number;
  readonly selector: string;
  readonly then: readonly { readonly effect: string; readonly params: unknown }[];
  readonly surroundings: Surroundings;
};

/** Phases of a trigger without lines. */
const PHASES_WITHOUT_LINES: readonly number[] = [0, 8, 9, 10];
/** Effects that need goods to work on. */
const NEEDS_LINES: readonly EffectKind[] = ['price', 'floor', 'redeemable', 'terms'];
/** Effects that give something; all of a promotion must be of one half of their phase. */
const GIVING: readonly EffectKind[] = ['price', 'floor', 'redeemable', 'terms', 'points'];

/** Checks the effects of a promotion: each alone, in its phase, and together. */
export function effectsProblems(promotion: EffectsOf): readonly PromotionProblem[] {
  return [
    ...promotion.then.flatMap((use, i) => effectProblems(promotion, use, i)),
    ...halfProblems(promotion),
    ...phaseProblems(promotion),
  ];
}

function effectProblems(
  promotion: EffectsOf,
  use: EffectsOf['then'][number],
  place: number,
): readonly PromotionProblem[] {
  const path = `/then/${place}`;
  const { phase, selector, surroundings } = promotion;
  const effect = findEffect(use.effect);
  const problems = useProblems(effect, { path, field: 'effect', params: use.params, surroundings });
  if (effect === undefined) return problems;
  const at = { path: `${path}/effect` };
  const misplaced: PromotionProblem[] = [];
  if (!effect.phases.some((number) => number === phase)) {
    misplaced.push({ ...at, code: 'effect-out-of-phase', text: phasesText(effect) });
  }
  if (effect.selectors !== null && !effect.selectors.includes(selector)) {
    misplaced.push({ ...at, code: 'effect-needs-selector', text: selectorsText(effect) });
  }
  if (!surroundings.hasLines && NEEDS_LINES.includes(effect.kind)) {
    misplaced.push({ ...at, code: 'effect-needs-lines', text: NO_LINES });
  }
  if (selector === 'sets' && place === 0 && readsOwnSelection(use.params)) {
    misplaced.push({ path: `${path}/params`, code: 'value-reads-selection', text: OWN_PLAN });
  }
  return [...problems, ...misplaced];
}

// The plan of sets is searched by what the first effect gives: that must not ask for the plan.
function readsOwnSelection(params: unknown): boolean {
  if (typeof params !== 'object' || params === null) return false;
  return Object.values(params).some((value) => isValueObject(value) && readsSelection(value));
}

/** Half 1a makes floors, half 8b multiplies: a promotion stands in one half with all that it gives. */
function halfProblems({ then }: EffectsOf): readonly PromotionProblem[] {
  const giving = then.map((use) => findEffect(use.effect)).map((effect) => halfOf(effect));
  const known = giving.filter((half) => half !== undefined);
  const halves = new Set(known);
  if (halves.size <= 1) return [];
  const place = giving.findIndex((half) => half !== undefined && half !== known[0]);
  const text = {
    ru: 'Такие действия ставят в разные акции.',
    en: 'Such effects belong to different promotions.',
  };
  return [{ path: `/then/${place}/effect`, code: 'effects-of-two-halves', text }];
}

function halfOf(effect: Effect | undefined): string | undefined {
  if (effect === undefined || !GIVING.includes(effect.kind)) return undefined;
  return effect.half ?? 'whole';
}

function phaseProblems({ phase, surroundings }: EffectsOf): readonly PromotionProblem[] {
  if (surroundings.hasLines || PHASES_WITHOUT_LINES.includes(phase)) return [];
  const phases = PHASES_WITHOUT_LINES.join(', ');
  const text = {
    ru: `Без строк чека возможны фазы: ${phases}.`,
    en: `Without lines there are phases: ${phases}.`,
  };
  return [{ path: '/phase', code: 'phase-needs-lines', text }];
}

function phasesText({ phases }: Effect) {
  const list = phases.join(', ');
  return { ru: `Это действие возможно в фазах: ${list}.`, en: `It belongs to phases: ${list}.` };
}

function selectorsText({ selectors }: Effect) {
  const list = (selectors ?? []).join(', ');
  return { ru: `Нужен отбор товаров: ${list}.`, en: `It needs the selector: ${list}.` };
}

const NO_LINES = {
  ru: 'У этого события нет строк чека.',
  en: 'This trigger has no lines.',
};
const OWN_PLAN = {
  ru: 'Первое действие наборов не может зависеть от выбранных товаров.',
  en: 'The first effect of sets cannot depend on what is selected.',
};
