import { validatePromotion, validateTogether } from '#modules/promotions/core/index.ts';
import { bytesByTheEngine, nearMissesByTheEngine, plainly } from './by-the-engine.ts';
import { firstDifference } from './compare.ts';
import { withWorld } from './evaluate.ts';
import type { Case } from './generate/themes.ts';
import { isObject, type Json } from './json.ts';
import { nearMisses } from './near-misses.ts';
import { reduce } from './reduce.ts';

/** The first place at which the engine parts from the book, or null. */
export function difference({ rules, facts }: Case): string | null {
  const { decision, world } = withWorld(rules, facts);
  const bytes = engineSays(() => bytesByTheEngine(rules, facts));
  if (bytes instanceof Error) return `the engine fails: ${bytes.message}`;
  if (bytes !== JSON.stringify(decision)) {
    return firstDifference(decision, JSON.parse(bytes)) ?? 'the bytes differ, the fields do not';
  }
  const plain = withWorld(rules, facts, false).decision;
  const found = firstDifference(plain, JSON.parse(bytesByTheEngine(rules, facts, false)));
  if (found !== null) return `without explain: ${found}`;
  return firstDifference(nearMisses(world), nearMissesByTheEngine(rules, facts), 'nearMisses');
}

function engineSays(say: () => string): string | Error {
  try {
    return say();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** What to print of a case that differs: the smallest that was found. */
export function reduced(found: Case): string {
  const whole = plainly({ rules: found.rules, facts: found.facts });
  const failed = difference(found)?.startsWith('the engine fails') === true;
  const small = reduce(whole, (smaller) => {
    if (!isCase(smaller) || !isLike(smaller, found)) return false;
    if (!isValid(smaller)) return false;
    const what = differenceOrNull(smaller);
    return what !== null && what.startsWith('the engine fails') === failed;
  });
  if (!isCase(small)) throw new Error('a case that is none');
  const lines = [
    difference(small) ?? '',
    `settings ${JSON.stringify(small.rules.settings ?? {})}`,
    ...small.rules.promotions.map((one) => JSON.stringify(one)),
    ...small.facts.lines.map((one) => JSON.stringify(one)),
    `facts ${JSON.stringify({ ...small.facts, lines: [] })}`,
  ];
  return lines.join('\n  ');
}

function differenceOrNull(found: Case): string | null {
  try {
    return difference(found);
  } catch {
    // The oracle cannot read it: too much was left out.
    return null;
  }
}

function isCase(json: Json | Case): json is Case {
  if (!isObject(json)) return false;
  const { rules, facts } = json;
  return (
    isObject(rules) &&
    isObject(facts) &&
    Array.isArray(rules['promotions']) &&
    Array.isArray(facts['lines'])
  );
}

/** Facts keep their fields: only lists and maps from codes get shorter. */
function isLike(smaller: Case, { rules, facts }: Case): boolean {
  return (
    smaller.facts.lines.length > 0 &&
    isShorter(plainly(smaller.facts), plainly(facts)) &&
    isShorter(plainly(smaller.rules.aggregates ?? []), plainly(rules.aggregates ?? [])) &&
    smaller.rules.version === rules.version
  );
}

const MAPS = new Set([
  'attributes',
  'params',
  'tiers',
  'tierProgress',
  'scores',
  'arms',
  'personalLists',
  'balances',
  'counters',
  'history',
  'limitUsed',
  'limitLeft',
  'stock',
]);

function isShorter(less: Json, whole: Json, name = ''): boolean {
  if (Array.isArray(less) && Array.isArray(whole)) {
    return less.every((one) => whole.some((other) => isShorter(one, other)));
  }
  if (!isObject(less) || !isObject(whole)) return less === whole;
  const keys = Object.keys(less);
  const isWhole = MAPS.has(name) || Object.keys(whole).every((key) => keys.includes(key));
  return isWhole && keys.every((key) => isShorter(less[key] ?? null, whole[key] ?? null, key));
}

/** Chapter 16, as the engine's own validation has it. */
function isValid({ rules }: Case): boolean {
  const programme = plainly({ settings: rules.settings ?? {}, aggregates: rules.aggregates ?? [] });
  const { promotions } = rules;
  return (
    promotions.every((one) => validatePromotion(plainly(one), programme).ok) &&
    validateTogether(plainly(promotions), programme).length === 0
  );
}
