import type { Basket } from '../basket/basket.ts';
import type { DistanceUnit } from '../decision.ts';
import { type Check, type Checker, FAR, MET } from '../language/condition.ts';
import { conditionOf } from '../language/registry.ts';
import type { Expr } from '../language/rule.ts';
import type { CompileContext } from './compile-context.ts';

/** One use of a condition; its place in the list is its number in 4.1. */
export type Leaf = {
  readonly condition: string;
  readonly params: unknown;
  readonly unit: DistanceUnit | null;
};

/** A condition or a group, ready to check. `leaf` is the number of its first leaf. */
export type Node =
  | { readonly kind: 'leaf'; readonly leaf: number; readonly check: Checker }
  | { readonly kind: 'all'; readonly leaf: number; readonly parts: readonly Node[] }
  | { readonly kind: 'any'; readonly leaf: number; readonly parts: readonly Node[] }
  | { readonly kind: 'not'; readonly leaf: number; readonly part: Node };

/** Which leaf was missed; written by {@link checkNode} whenever it does not answer MET. */
export type MissedLeaf = { leaf: number };

/**
 * Compiles an expression; leaves are added to the list in written order.
 * @param expr valid, its codes known (asserted)
 */
export function compileExpr(expr: Expr, context: CompileContext, leaves: Leaf[]): Node {
  const leaf = leaves.length;
  if ('condition' in expr) {
    const condition = conditionOf(expr.condition);
    leaves.push({
      condition: expr.condition,
      params: expr.params,
      unit: condition.unit(expr.params),
    });
    return { kind: 'leaf', leaf, check: condition.compile(expr.params, context) };
  }
  if ('not' in expr) return { kind: 'not', leaf, part: compileExpr(expr.not, context, leaves) };
  const compiled = (list: readonly Expr[]) =>
    list.map((part) => compileExpr(part, context, leaves));
  if ('all' in expr) return { kind: 'all', leaf, parts: compiled(expr.all) };
  return { kind: 'any', leaf, parts: compiled(expr.any) };
}

/** Checks a node: MET, or its miss, see docs/engine.md 4.1; then `missed` says which leaf it was. */
export function checkNode(node: Node, basket: Basket, missed: MissedLeaf): Check {
  if (node.kind === 'leaf') {
    const answer = node.check(basket.facts, basket);
    if (answer !== MET) missed.leaf = node.leaf;
    return answer;
  }
  if (node.kind === 'all') return checkAll(node.parts, basket, missed);
  if (node.kind === 'any') return checkAny(node.parts, basket, missed);
  if (checkNode(node.part, basket, missed) !== MET) return MET;
  missed.leaf = node.leaf;
  return FAR;
}

/** Checks a list of which every part must hold; its miss is the first part's. */
export function checkAll(parts: readonly Node[], basket: Basket, missed: MissedLeaf): Check {
  for (let i = 0; i < parts.length; i += 1) {
    const part = parts[i];
    if (part === undefined) continue;
    const answer = checkNode(part, basket, missed);
    if (answer !== MET) return answer;
  }
  return MET;
}

function checkAny(parts: readonly Node[], basket: Basket, missed: MissedLeaf): Check {
  let best = MET;
  let leaf = 0;
  for (const part of parts) {
    const answer = checkNode(part, basket, missed);
    if (answer === MET) return MET;
    if (best !== MET && (best !== FAR || answer === FAR)) continue;
    best = answer;
    leaf = missed.leaf;
  }
  missed.leaf = leaf;
  return best;
}
