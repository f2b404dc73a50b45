import { present } from '#shared/assert.ts';
import { dayNumber, dayOfMonth, parseLocalDate } from '#shared/time.ts';
import { type Basket, variableOf } from '../basket/basket.ts';
import {
  milliOfSelection,
  STAGE_PARAM,
  type Stage,
  sumAt,
  sumOfSelection,
} from '../basket/stage.ts';
import type { CompileContext } from '../compile/compile-context.ts';
import { ownFact } from '../facts.ts';
import { compileMeasure, isMeasure } from '../history/history-measure.ts';
import type { Promotion } from '../language/rule.ts';
import { tierOf } from '../people/tier-of.ts';
import type { Selection } from '../select/selection.ts';
import { historyKeyOf, parseSource } from './sources.ts';
import type { KeyFact } from './value.ts';

/** Reads a source that is a number; absent = 0. */
export type ReadNumber = (basket: Basket, selection: Selection | null) => number;

/** Reads a key of a table. */
export type ReadKey = (basket: Basket, selection: Selection | null, line: number) => KeyFact;

type MakeNumber = (argument: string, context: CompileContext) => ReadNumber;

/**
 * A reader of a numeric source.
 * @param source one that exists and gives a number (see validate-value.ts; asserted)
 */
export function readNumber(source: string, context: CompileContext): ReadNumber {
  const { entry, argument } = present(parseSource(source), `source ${source}`);
  return present(NUMBERS[entry.source], `number ${source}`)(argument, context);
}

/** A reader of a source as a key: codes, the line's own too, and numbers. */
export function readKey(source: string, context: CompileContext): ReadKey {
  const { entry, argument } = present(parseSource(source), `source ${source}`);
  return KEYS[entry.source]?.(argument) ?? readNumber(source, context);
}

const NUMBERS: Readonly<Record<string, MakeNumber>> = {
  'basket-total': (argument) => {
    const stage = stageOf(argument);
    return (basket) => sumAt(basket, stage);
  },
  'selected-total': (argument) => {
    const stage = stageOf(argument);
    return (basket, selection) => sumOfSelection(basket, stage, selection);
  },
  'selected-milli': () => milliOfSelection,
  'selected-units': () => (_basket, selection) => selection?.targetUnits ?? 0,
  'purchases-before':
    () =>
    ({ facts }) =>
      facts.member?.purchasesBefore ?? 0,
  'local-day':
    () =>
    ({ facts }) =>
      dayOfMonth(facts.local.date),
  'local-weekday':
    () =>
    ({ facts }) =>
      facts.local.weekday,
  'local-minute':
    () =>
    ({ facts }) =>
      facts.local.minuteOfDay,
  counter:
    (code) =>
    ({ facts }) =>
      ownFact(facts.counters, code)?.value ?? 0,
  variable: (code) => (basket) => variableOf(basket, code),
  balance:
    (code) =>
    ({ facts }) =>
      ownFact(facts.balances, code)?.available ?? 0,
  attribute:
    (code) =>
    ({ facts }) =>
      integerOf(facts.member === null ? undefined : ownFact(facts.member.attributes, code)),
  'tier-progress':
    (code) =>
    ({ facts }) =>
      facts.member === null ? 0 : (ownFact(facts.member.tierProgress, code) ?? 0),
  history: (argument, context) => {
    const { key, measure } = historyKeyOf(argument);
    if (!isMeasure(measure)) return () => 0;
    const read = compileMeasure({ aggregateKey: key, measure, includesThis: false }, context);
    return (basket) => read(basket.facts, basket);
  },
  event:
    (code) =>
    ({ facts }) =>
      integerOf(ownFact(facts.event, code)),
  'days-since-start': (_argument, { promotion }) => {
    const start = startOf(promotion);
    return start === null ? () => 0 : ({ facts }) => dayNumber(facts.local.date) - start;
  },
};

const KEYS: Readonly<Record<string, (argument: string) => ReadKey>> = {
  tier:
    (group) =>
    ({ facts }) =>
      facts.member === null ? undefined : tierOf(facts.member, group),
  store:
    () =>
    ({ facts }) =>
      facts.place?.storeCode,
  region:
    () =>
    ({ facts }) =>
      facts.place?.regionCode,
  format:
    () =>
    ({ facts }) =>
      facts.place?.formatCode,
  city:
    () =>
    ({ facts }) =>
      facts.place?.cityCode,
  partner:
    () =>
    ({ facts }) =>
      facts.place?.partnerCode,
  channel:
    () =>
    ({ facts }) =>
      facts.place?.channel,
  'card-category':
    () =>
    ({ facts }) =>
      facts.card?.categoryCode,
  sku: () => (basket, _selection, line) => basket.lines[line]?.sku,
  brand: () => (basket, _selection, line) => basket.lines[line]?.brandCode,
  group: () => (basket, _selection, line) => basket.lines[line]?.groupCodes,
};

function stageOf(argument: string): Stage {
  const known = STAGE_PARAM.find((stage) => stage.const === argument);
  return { name: present(known, `stage ${argument}`).const, methods: [] };
}

/** What is no integer (a word, a list, a yes) counts as 0. */
function integerOf(value: KeyFact | readonly unknown[]): number {
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : 0;
}

/** The greatest first day of the promotion's own date ranges, as a day number; null without any. */
function startOf({ when = [] }: Promotion): number | null {
  let start: number | null = null;
  for (const expr of when) {
    if (!('condition' in expr) || expr.condition !== 'date-range') continue;
    const { fromDate } = expr.params;
    const day = typeof fromDate === 'string' ? parseLocalDate(fromDate) : undefined;
    if (day !== undefined) start = Math.max(start ?? dayNumber(day), dayNumber(day));
  }
  return start;
}
