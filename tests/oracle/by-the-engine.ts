import {
  cameBack,
  compileRuleSet,
  decisionBytes,
  evaluate,
  nearMisses,
} from '#modules/promotions/core/index.ts';
import type { Facts } from './facts.ts';
import type { Json } from './json.ts';
import type { RuleSet } from './rules.ts';

// The engine as it is called from outside: plain JSON in, the bytes of its decision out.

/** Data as it comes over the wire: what it is, only its reader knows. */
export const plainly = (data: unknown) => JSON.parse(JSON.stringify(data));

function compiled({ version, promotions, settings, aggregates }: RuleSet) {
  const plain = plainly({ promotions, settings, aggregates });
  return compileRuleSet(version, plain.promotions, {
    settings: plain.settings ?? {},
    aggregates: plain.aggregates ?? [],
  });
}

export function bytesByTheEngine(rules: RuleSet, facts: Facts, explain = true): string {
  const decision = evaluate(compiled(rules), plainly(facts), { explain });
  return decisionBytes(decision);
}

export function evaluateByTheEngine(rules: RuleSet, facts: Facts): Json {
  return JSON.parse(bytesByTheEngine(rules, facts));
}

export function nearMissesByTheEngine(rules: RuleSet, facts: Facts): Json {
  const found = nearMisses(compiled(rules), plainly(facts));
  return plainly(found);
}

/** What a return has taken back in all, one `key = amount` above 0 each, sorted; keys as in returns.ts. */
export function cameBackByTheEngine(
  rules: RuleSet,
  facts: Facts,
  returned: ReadonlyMap<number, number>,
): readonly string[] {
  const [ruleSet, plain] = [compiled(rules), plainly(facts)];
  const { lines } = evaluate(ruleSet, plain);
  return cameBack({ ruleSet, facts: plain, lines }, returned)
    .flatMap(({ lineNo, discounts, accruals, redeemedPoints, redeemedKopecks }) => [
      `money|${lineNo} = ${redeemedKopecks}`,
      ...discounts.map((one) => `discount|${one.promotionCode}|${lineNo} = ${one.kopecks}`),
      ...accruals.map(
        (one) => `points|${one.promotionCode}|${one.currencyCode}|${lineNo} = ${one.points}`,
      ),
      ...redeemedPoints.map((one) => `redeemed|${one.currencyCode}|${lineNo} = ${one.points}`),
    ])
    .filter((line) => !line.endsWith(' = 0'))
    .sort();
}
