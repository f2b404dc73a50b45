import { evaluateByTheEngine } from '../oracle/by-the-engine.ts';
import { evaluateByTheBook } from '../oracle/evaluate.ts';
import type { Facts } from '../oracle/facts.ts';
import { type Json, objects, own, text } from '../oracle/json.ts';
import type { RuleSet } from '../oracle/rules.ts';

/** What runs every test here: the oracle and the engine. */
export const EVALUATORS: readonly Evaluator[] = [
  { name: 'oracle', run: (rules, facts) => evaluateByTheBook(rules, facts) },
  { name: 'engine', run: evaluateByTheEngine },
];

type Evaluator = {
  readonly name: string;
  readonly run: (rules: RuleSet, facts: Facts) => Json;
};

/** What the promotions took off the receipt. */
export function discountOf(decision: Json): number {
  return Number(own(decision, 'discountKopecks'));
}

/** What each promotion took off, by code. */
export function discountsOf(decision: Json): Record<string, number> {
  const found: Record<string, number> = {};
  for (const line of objects(own(decision, 'lines'))) {
    for (const { promotionCode, kopecks } of objects(line['discounts'])) {
      const code = text(promotionCode);
      found[code] = (found[code] ?? 0) + Number(kopecks);
    }
  }
  return found;
}

/** What is left to pay on each line. */
export function payableOf(decision: Json): number[] {
  return objects(own(decision, 'lines')).map((line) => Number(line['payableKopecks']));
}
