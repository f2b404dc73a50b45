import type { Basket } from '../basket/basket.ts';
import type { CompileContext } from '../compile/compile-context.ts';
import { ownFact } from '../facts.ts';
import { type CompiledValue, fixedValue } from '../language/value.ts';
import type { Selection } from '../select/selection.ts';
import { type ReadKey, readKey, readNumber } from './read-source.ts';
import { parseSource } from './sources.ts';
import { compileSteps } from './steps.ts';
import { compileTable } from './table.ts';
import {
  type KeyFact,
  partsOf,
  sourcesOf,
  VALUE_MAX,
  type Value,
  type ValueObject,
} from './value.ts';

type At = CompiledValue['at'];

/**
 * Makes a Value ready to be worked out, as often as needed and without allocating.
 * @param value sound (see validate-value.ts; unknown sources are asserted)
 */
export function compileValue(value: Value, context: CompileContext): CompiledValue {
  if (typeof value === 'number') return fixedValue(clamped(value));
  const at = atOf(value, context);
  return {
    fixed: null,
    isPerLine: isPerLine(value),
    readsSelection: readsSelection(value),
    at: (basket, selection, line) => clamped(at(basket, selection, line)),
  };
}

/** Whether lines of one receipt may differ in a Value. */
export function isPerLine(value: Value): boolean {
  if (typeof value === 'number') return false;
  if ('attribute' in value || 'personal' in value) return true;
  return (
    sourcesOf(value).some((source) => parseSource(source)?.entry.isPerLine === true) ||
    partsOf(value).some(isPerLine)
  );
}

/** Whether a Value reads what its promotion selects. */
export function readsSelection(value: Value): boolean {
  return sourcesOf(value).some((source) => source.startsWith('selected-'));
}

function atOf(value: ValueObject, context: CompileContext): At {
  if ('source' in value) return readNumber(value.source, context);
  if ('steps' in value) {
    const read = readNumber(value.steps.source, context);
    const valueFrom = compileSteps(value.steps.rows);
    return (basket, selection) => valueFrom(read(basket, selection));
  }
  if ('table' in value) return atOfTable(value.table, context);
  if ('attribute' in value) return ofAttribute(value.attribute);
  if ('personal' in value) return ofPersonalList(value.personal);
  return arithmetic(value, context);
}

type Table = Extract<ValueObject, { readonly table: unknown }>['table'];

function atOfTable({ keys, rows }: Table, context: CompileContext): At {
  const reads: readonly ReadKey[] = keys.map((key) => readKey(key, context));
  const lookUp = compileTable(rows);
  // Filled anew for each look-up: reading a key never comes back here.
  const facts: KeyFact[] = keys.map(() => undefined);
  return (basket, selection, line) => {
    for (let i = 0; i < reads.length; i += 1) facts[i] = reads[i]?.(basket, selection, line);
    return lookUp(facts);
  };
}

function ofAttribute(attribute: string): At {
  return (basket, _selection, line) => {
    const goods = basket.lines[line];
    const value = goods === undefined ? undefined : ownFact(goods.attributes, attribute);
    return typeof value === 'number' ? value : 0;
  };
}

function ofPersonalList(code: string): At {
  return ({ facts, lines }: Basket, _selection: Selection | null, line: number) => {
    const goods = lines[line];
    if (facts.member === null || goods === undefined) return 0;
    const list = ownFact(facts.member.personalLists, code);
    return list === undefined ? 0 : (ownFact(list, goods.sku) ?? 0);
  };
}

type Combine = (a: number, b: number) => number;
type Arithmetic = Exclude<
  ValueObject,
  | { source: unknown }
  | { steps: unknown }
  | { table: unknown }
  | { attribute: unknown }
  | { personal: unknown }
>;

function arithmetic(value: Arithmetic, context: CompileContext): At {
  const combine = combineOf(value);
  const [first, ...rest] = partsOf(value).map((part) => compileValue(part, context));
  return (basket, selection, line) => {
    let result = first?.at(basket, selection, line) ?? 0;
    for (const part of rest) result = combine(result, part.at(basket, selection, line));
    return result;
  };
}

function combineOf(value: Arithmetic): Combine {
  if ('sum' in value) return (a, b) => a + b;
  if ('least' in value) return Math.min;
  if ('most' in value) return Math.max;
  if ('minus' in value) return (a, b) => a - b;
  if ('times' in value) return (a, b) => a * b;
  return over;
}

// Both within ±10¹³, so the quotient of the doubles never rounds up to a whole it has not reached.
function over(a: number, b: number): number {
  return b === 0 ? 0 : Math.floor(a / b);
}

/** Within ±10¹³, and never a negative zero. */
function clamped(result: number): number {
  if (result > VALUE_MAX) return VALUE_MAX;
  return result < -VALUE_MAX ? -VALUE_MAX : result + 0;
}
