import { Engine } from 'json-rules-engine';
import type { Facts } from '#modules/promotions/core/index.ts';
import { grossOf } from './gross.ts';
import type { Condition, SimpleRule } from './simple-rules.ts';
import { type Adder, adderOf, addUp, type Peer } from './sums.ts';

/**
 * Where a rule's lists of codes stand: in the rule, as the engine's documents show, or in sets beside it
 * that an operator of ours looks into. It copies every rule with its lists on every run, so the second way
 * is about twice as fast, and no longer rules in JSON.
 */
export type ListsAre = 'in-rules' | 'beside';

/** One engine with a rule for each promotion; every fact is given once a run. */
export function openJsonRulesEngine(
  rules: readonly SimpleRule[],
  baskets: readonly Facts[],
  lists: ListsAre,
): Peer {
  const engine = new Engine();
  const listOf = lists === 'in-rules' ? listsInRules(engine) : listsBeside(engine);
  engine.addOperator('isMultipleOf', (fact: number, of: number) => fact > 0 && fact % of === 0);
  const adders: Adder[] = rules.map(adderOf);
  for (const [number, rule] of rules.entries()) {
    engine.addRule({
      conditions: { all: testsOf(rule, listOf) },
      event: { type: 'applies', params: { number } },
    });
  }
  const facts = baskets.map(factsOf);
  return {
    decide: async (place) => {
      const { events } = await engine.run(facts[place]);
      const basket = baskets[place];
      if (basket === undefined) throw new Error(`no basket ${place}`);
      const held = events.flatMap(({ params }) => adders[params?.['number']] ?? []);
      return addUp(held, basket);
    },
  };
}

/** Teaches the engine to read a list, and says what of a list stands in a rule. */
type ListOf = (values: readonly unknown[]) => unknown;

function listsInRules(engine: Engine): ListOf {
  engine.addOperator('isOneOf', (fact: unknown, values: unknown[]) => values.includes(fact));
  engine.addOperator('hasAnyOf', (fact: Set<unknown>, values: unknown[]) =>
    values.some((value) => fact.has(value)),
  );
  return (values) => values;
}

function listsBeside(engine: Engine): ListOf {
  const lists: ReadonlySet<unknown>[] = [];
  engine.addOperator('isOneOf', (fact: unknown, at: number) => lists[at]?.has(fact) ?? false);
  engine.addOperator('hasAnyOf', (fact: Set<unknown>, at: number) => {
    for (const one of fact) if (lists[at]?.has(one) === true) return true;
    return false;
  });
  return (values) => lists.push(new Set(values)) - 1;
}

type Test = { readonly fact: string; readonly operator: string; readonly value: unknown };

function testsOf({ when, goods, gift }: SimpleRule, listOf: ListOf): Test[] {
  const tests = when.flatMap((condition) => testsOfCondition(condition, listOf));
  if (gift.kind === 'points') tests.push({ fact: 'isMember', operator: 'equal', value: true });
  if (goods === null) return tests;
  const [fact, codes] = 'skus' in goods ? ['skus', goods.skus] : ['groups', goods.groups];
  return [...tests, { fact, operator: 'hasAnyOf', value: listOf(codes) }];
}

function testsOfCondition(condition: Condition, listOf: ListOf): Test[] {
  switch (condition.kind) {
    case 'stores':
      return [{ fact: 'store', operator: 'isOneOf', value: listOf(condition.codes) }];
    case 'hours':
      return [
        { fact: 'minute', operator: 'greaterThanInclusive', value: condition.fromMinute },
        { fact: 'minute', operator: 'lessThan', value: condition.toMinute },
      ];
    case 'weekdays':
      return [{ fact: 'weekday', operator: 'isOneOf', value: listOf(condition.days) }];
    case 'tags':
      return [{ fact: 'tags', operator: 'hasAnyOf', value: listOf(condition.tags) }];
    case 'tiers':
      return [{ fact: 'tier', operator: 'isOneOf', value: listOf(condition.codes) }];
    case 'basket':
      return [{ fact: 'gross', operator: 'greaterThanInclusive', value: condition.minKopecks }];
    case 'every-nth':
      return [{ fact: 'purchase', operator: 'isMultipleOf', value: condition.number }];
    case 'coupons':
      return [{ fact: 'coupons', operator: 'hasAnyOf', value: listOf(condition.codes) }];
  }
}

function factsOf({ place, local, member, coupons, lines }: Facts): Record<string, unknown> {
  return {
    store: place?.storeCode ?? '',
    minute: local.minuteOfDay,
    weekday: local.weekday,
    isMember: member !== null,
    tags: new Set(member?.tags ?? []),
    tier: member?.tierCode ?? '',
    purchase: member === null ? 0 : member.purchasesBefore + 1,
    coupons: new Set(coupons),
    gross: grossOf(lines),
    skus: new Set(lines.map(({ sku }) => sku)),
    groups: new Set(lines.flatMap(({ groupCodes }) => groupCodes)),
  };
}
