import type { Text } from '#shared/text.ts';
import { conditionOf } from '../language/registry.ts';
import type { Expr } from '../language/rule.ts';
import { fillTitle } from './sentence.ts';
import { joinWords } from './words.ts';

/** Joints of conditions. */
export const AND: Text = { ru: ' и ', en: ' and ' };
const OR: Text = { ru: ' или ', en: ' or ' };

/** A condition or a group in words; nested groups stand in brackets. */
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
