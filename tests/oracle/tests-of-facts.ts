import { big, bigOr, type Json, type JsonObject, list, text } from './json.ts';
import { mod } from './numbers.ts';

// The tests of 4.3: { op, value?, values?, min?, max? } on a fact that may be absent.

export function holds(test: JsonObject, fact: Json | undefined): boolean {
  const op = text(test['op']);
  if (fact === undefined || fact === null) return ['absent', 'ne', 'not-in'].includes(op);
  const { value, min, max } = test;
  switch (op) {
    case 'exists':
      return true;
    case 'absent':
      return false;
    case 'eq':
      return fact === value;
    case 'ne':
      return fact !== value;
    case 'lt':
      return below(fact, value);
    case 'le':
      return below(fact, value) || fact === value;
    case 'gt':
      return below(value, fact);
    case 'ge':
      return below(value, fact) || fact === value;
    case 'between':
      return alike(fact, min) && alike(fact, max) && !below(fact, min) && !below(max, fact);
    case 'outside':
      return below(fact, min) || below(max, fact);
    case 'in':
      return list(test['values']).includes(fact);
    case 'not-in':
      return !list(test['values']).includes(fact);
    case 'contains':
      return contains(fact, value);
    case 'mask':
      return typeof fact === 'string' && fitsMask(fact, text(value));
    case 'every':
      return typeof fact === 'number' && fact > 0 && mod(BigInt(fact), big(value)) === 0n;
    default:
      throw new Error(`op ${op}`);
  }
}

function alike(a: Json | undefined, b: Json | undefined): boolean {
  return typeof a === typeof b;
}

function below(a: Json | undefined, b: Json | undefined): boolean {
  if (typeof a === 'number' && typeof b === 'number') return a < b;
  return typeof a === 'string' && typeof b === 'string' && a < b;
}

function contains(fact: Json, value: Json | undefined): boolean {
  if (typeof fact === 'string') return typeof value === 'string' && fact.includes(value);
  return value !== undefined && list(fact).includes(value);
}

/** `*` stands for any run, `?` for one code unit; the whole string must fit. */
export function fitsMask(word: string, mask: string): boolean {
  if (mask === '') return word === '';
  if (mask[0] === '*')
    return fitsMask(word, mask.slice(1)) || (word !== '' && fitsMask(word.slice(1), mask));
  return (
    word !== '' &&
    (mask[0] === '?' || mask[0] === word[0]) &&
    fitsMask(word.slice(1), mask.slice(1))
  );
}

/** What an integer lacks to reach the least value that would hold; null = none. */
export function distanceOf(test: JsonObject, fact: Json | undefined): bigint | null {
  if (typeof fact !== 'number') return null;
  const x = BigInt(fact);
  const goal = goalOf(test, x);
  return goal !== null && goal > x ? goal - x : null;
}

function goalOf(test: JsonObject, x: bigint): bigint | null {
  const value = bigOr(test['value'], null);
  switch (text(test['op'])) {
    case 'eq':
    case 'ge':
      return value;
    case 'gt':
      return value === null ? null : value + 1n;
    case 'between':
      return bigOr(test['min'], null);
    case 'in': {
      const numbers = list(test['values']).flatMap((one) => bigOr(one, []));
      return numbers.reduce<bigint | null>((a, b) => (a === null || b < a ? b : a), null);
    }
    case 'every':
      if (value === null) return null;
      return x > 0n ? x + value - mod(x, value) : value;
    default:
      return null;
  }
}
