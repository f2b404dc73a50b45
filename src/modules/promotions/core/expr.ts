import type { Text } from '#shared/text.ts';
import { type CompiledCondition, MET, type Missed, reason } from './condition.ts';
import type { Reason } from './decision.ts';
import type { Need } from './facts.ts';
import { conditionOf } from './registry.ts';
import type { Expr } from './rule.ts';
import { fillTitle } from './sentence.ts';
import { joinWords } from './words.ts';

/**
 * Turns a condition or a group into one closure. A group's reason: `all` gives its first miss, `any`
 * all misses joined by "or", `not` its own.
 * @param expr valid, its codes known (asserted)
 */
export function compileExpr(expr: Expr, promotionCode: string): CompiledCondition {
  if ('condition' in expr) return conditionOf(expr.condition).compile(expr.params, promotionCode);
  if ('not' in expr) return compileNot(expr.not, promotionCode);
  if ('all' in expr) return compileAll(expr.all.map((part) => compileExpr(part, promotionCode)));
  return compileAny(expr.any.map((part) => compileExpr(part, promotionCode)));
}

/** One closure that is met when all parts are; its miss is the first part's. */
export function compileAll(parts: readonly CompiledCondition[]): CompiledCondition {
  return (facts, basket) => {
    for (const part of parts) {
      const missed = part(facts, basket);
      if (missed !== MET) return missed;
    }
    return MET;
  };
}

/** Everything that an expression looks at. */
export function needsOf(expr: Expr): readonly Need[] {
  if ('condition' in expr) return conditionOf(expr.condition).needs;
  if ('not' in expr) return needsOf(expr.not);
  return ('all' in expr ? expr.all : expr.any).flatMap(needsOf);
}

/** An expression in words; nested groups stand in brackets. */
export function describeExpr(expr: Expr): Text {
  if ('condition' in expr) {
    const { title, params } = conditionOf(expr.condition);
    return fillTitle(title, params, expr.params);
  }
  if ('not' in expr) {
    const inner = describeExpr(expr.not);
    return { ru: `не (${inner.ru})`, en: `not (${inner.en})` };
  }
  const parts = ('all' in expr ? expr.all : expr.any).map(describeExpr);
  const words = joinWords(parts, 'all' in expr ? AND : OR);
  return parts.length === 1 ? words : { ru: `(${words.ru})`, en: `(${words.en})` };
}

/** Joints of conditions. */
export const AND: Text = { ru: ' и ', en: ' and ' };
const OR: Text = { ru: ' или ', en: ' or ' };

function compileAny(parts: readonly CompiledCondition[]): CompiledCondition {
  return (facts, basket) => {
    const misses: Missed[] = [];
    for (const part of parts) {
      const missed = part(facts, basket);
      if (missed === MET) return MET;
      misses.push(missed);
    }
    return () => noneMet(misses.map((missed) => missed()));
  };
}

function noneMet(reasons: readonly Reason[]): Reason {
  const [only] = reasons;
  if (reasons.length === 1 && only !== undefined) return only;
  return reason(
    'none-of',
    joinWords(
      reasons.map(({ text }) => text),
      OR,
    ),
  );
}

function compileNot(inner: Expr, promotionCode: string): CompiledCondition {
  const check = compileExpr(inner, promotionCode);
  const excluded = () => {
    const words = describeExpr(inner);
    return reason('excluded', { ru: `не действует: ${words.ru}`, en: `not when: ${words.en}` });
  };
  return (facts, basket) => (check(facts, basket) === MET ? excluded : MET);
}
