import type { Text } from '#shared/text.ts';
import type { Rule } from '../compile/ranked-rule.ts';
import { describeExpr } from '../describe/describe-expr.ts';
import type { Facts } from '../facts.ts';
import type { Why } from '../language/condition.ts';
import { conditionOf } from '../language/registry.ts';
import type { Expr } from '../language/rule.ts';

/** A miss as a verdict says it. */
export type Miss = { readonly leaf: number; readonly distance: number | null };

/** Puts a miss into words: the condition's own, or what a `not` excludes. */
export function whyMissed(
  { promotion, leaves }: Rule,
  { leaf, distance }: Miss,
  facts: Facts,
): Why {
  const excluded = excludedAt(promotion.when ?? [], leaf);
  if (excluded !== null) return exclusion(describeExpr(excluded));
  const use = leaves[leaf];
  if (use === undefined) return UNKNOWN;
  return conditionOf(use.condition).why(use.params, { facts, distance });
}

/** What the outermost `not` around a leaf excludes; null when the leaf stands in none. */
function excludedAt(parts: readonly Expr[], leaf: number): Expr | null {
  let first = 0;
  for (const part of parts) {
    const count = countLeaves(part);
    if (leaf < first + count) {
      if ('not' in part) return part.not;
      if ('condition' in part) return null;
      return excludedAt('all' in part ? part.all : part.any, leaf - first);
    }
    first += count;
  }
  return null;
}

function countLeaves(expr: Expr): number {
  if ('condition' in expr) return 1;
  if ('not' in expr) return countLeaves(expr.not);
  return ('all' in expr ? expr.all : expr.any).reduce((sum, part) => sum + countLeaves(part), 0);
}

function exclusion(inner: Text): Why {
  return {
    code: 'excluded',
    text: { ru: `не действует: ${inner.ru}`, en: `not when: ${inner.en}` },
  };
}

const UNKNOWN: Why = {
  code: 'missed',
  text: { ru: 'условие не выполнено', en: 'a condition is not met' },
};
