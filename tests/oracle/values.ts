import { dayNumber, dayOfMonth } from './dates.ts';
import {
  big,
  bigOr,
  isObject,
  type Json,
  type JsonObject,
  list,
  objects,
  own,
  text,
  textOr,
} from './json.ts';
import { down, least, most, sum } from './numbers.ts';
import { targetUnits } from './selection.ts';
import { ofTargets, stageOf, sumAt } from './stages.ts';
import type { Reader } from './world.ts';

// Chapter 4.5.

const BOUND = 10n ** 13n;

/** A Value as an integer within its bounds. */
export function valueOf(value: Json | undefined, reader: Reader): bigint {
  return most(-BOUND, least(BOUND, raw(value, reader)));
}

/** A value field of an effect: negative counts as 0. */
export function fieldOf(value: Json | undefined, reader: Reader): bigint {
  return most(0n, valueOf(value, reader));
}

function raw(value: Json | undefined, reader: Reader): bigint {
  if (typeof value === 'number') return BigInt(value);
  if (!isObject(value)) throw new Error(`no value: ${JSON.stringify(value)}`);
  const { source, steps, table, attribute, personal } = value;
  if (source !== undefined) return numberOf(text(source), reader);
  if (isObject(steps)) return stepOf(steps, reader);
  if (isObject(table)) return cellOf(table, reader);
  if (attribute !== undefined) return bigOr(own(reader.line?.attributes, text(attribute)), 0n);
  if (personal !== undefined) return personalOf(text(personal), reader);
  return arithmetic(value, reader);
}

function arithmetic(value: JsonObject, reader: Reader): bigint {
  const [name] = Object.keys(value);
  const parts = list(value[name ?? '']).map((part) => valueOf(part, reader));
  const [a = 0n, b = 0n] = parts;
  switch (name) {
    case 'sum':
      return sum(parts);
    case 'minus':
      return a - b;
    case 'times':
      return a * b;
    case 'over':
      return b === 0n ? 0n : down(a, b);
    case 'least':
      return least(...parts);
    case 'most':
      return most(...parts);
    default:
      throw new Error(`no value: ${JSON.stringify(value)}`);
  }
}

function stepOf(steps: JsonObject, reader: Reader): bigint {
  const x = numberOf(text(steps['source']), reader);
  const reached = objects(steps['rows']).filter((row) => big(row['from']) <= x);
  return reached.length === 0 ? 0n : big(reached.at(-1)?.['value']);
}

function personalOf(code: string, { world, line }: Reader): bigint {
  const lists = world.facts.member?.personalLists;
  return line === null ? 0n : bigOr(own(own(lists, code), line.sku), 0n);
}

/** Rows whose keys all fit; the most exact wins, then the one exact further left, then the written order. */
function cellOf(table: JsonObject, reader: Reader): bigint {
  const sources = list(table['keys']).map(text);
  const rows = objects(table['rows']).filter((row) =>
    sources.every((source, i) => isKey(list(row['keys'])[i] ?? null, source, reader)),
  );
  let best: JsonObject | null = null;
  for (const row of rows) if (best === null || isMoreExact(row, best)) best = row;
  return best === null ? 0n : big(best['value']);
}

function isKey(key: Json, source: string, reader: Reader): boolean {
  if (key === null) return true;
  if (typeof key === 'number') return isNumeric(source) && numberOf(source, reader) === BigInt(key);
  return codesOf(source, reader).includes(text(key));
}

function isMoreExact(row: JsonObject, other: JsonObject): boolean {
  const a = list(row['keys']).map((key) => key !== null);
  const b = list(other['keys']).map((key) => key !== null);
  const count = (keys: readonly boolean[]): number => keys.filter(Boolean).length;
  if (count(a) !== count(b)) return count(a) > count(b);
  const first = a.findIndex((exact, i) => exact !== b[i]);
  return first >= 0 && a[first] === true;
}

const CODES = [
  'store',
  'region',
  'format',
  'city',
  'partner',
  'channel',
  'card-category',
  'sku',
  'brand',
  'group',
];

function isNumeric(source: string): boolean {
  return !CODES.includes(source) && !source.startsWith('tier:');
}

function codesOf(source: string, { world, line }: Reader): readonly string[] {
  const { facts } = world;
  const one = (json: Json | undefined): readonly string[] =>
    typeof json === 'string' ? [json] : [];
  if (source.startsWith('tier:')) {
    const group = source.slice('tier:'.length);
    const { member } = facts;
    return one(group === 'main' ? member?.tierCode : own(member?.tiers, group));
  }
  switch (source) {
    case 'sku':
      return one(line?.sku);
    case 'brand':
      return one(line?.brandCode);
    case 'group':
      return line?.groupCodes ?? [];
    case 'card-category':
      return one(own(facts.card ?? undefined, 'categoryCode'));
    case 'channel':
      return one(own(facts.place ?? undefined, 'channel'));
    default:
      return one(own(facts.place ?? undefined, `${source}Code`));
  }
}

function numberOf(source: string, reader: Reader): bigint {
  const colon = source.indexOf(':');
  const name = colon < 0 ? source : source.slice(0, colon);
  const rest = colon < 0 ? '' : source.slice(colon + 1);
  const { world, selection } = reader;
  const { facts } = world;
  switch (name) {
    case 'basket-total':
      return sumAt(world.state.slices, stageOf(world, rest));
    case 'selected-total':
      return sum((selection?.picks ?? []).map((pick) => ofTargets(pick, stageOf(world, rest))));
    case 'selected-milli':
      return sum(
        (selection?.picks ?? []).flatMap((pick) => targetUnits(pick).map((unit) => unit.milli)),
      );
    case 'selected-units':
      return BigInt((selection?.picks ?? []).reduce((count, pick) => count + pick.targets, 0));
    case 'variable':
      return world.variablesThen.get(rest) ?? 0n;
    case 'local-day':
      return BigInt(dayOfMonth(facts.local.date));
    case 'local-weekday':
      return BigInt(facts.local.weekday);
    case 'local-minute':
      return BigInt(facts.local.minuteOfDay);
    case 'days-since-start':
      return daysSinceStart(reader);
    default:
      return factNumber(name, rest, reader);
  }
}

function factNumber(name: string, rest: string, { world: { facts } }: Reader): bigint {
  const { member } = facts;
  switch (name) {
    case 'purchases-before':
      return BigInt(member?.purchasesBefore ?? 0);
    case 'counter':
      return bigOr(own(own(facts.counters, rest), 'value'), 0n);
    case 'balance':
      return bigOr(own(own(facts.balances, rest), 'available'), 0n);
    case 'attribute':
      return bigOr(own(member?.attributes, rest), 0n);
    case 'tier-progress':
      return bigOr(own(member?.tierProgress, rest), 0n);
    case 'event':
      return bigOr(own(facts.event, rest), 0n);
    case 'history': {
      const dot = rest.lastIndexOf('.');
      return measureOf(own(facts.history, rest.slice(0, dot)), rest.slice(dot + 1));
    }
    default:
      throw new Error(`source ${name}`);
  }
}

/** A measure of a purchase history (5.2), absent = 0. */
export function measureOf(history: Json | undefined, measure: string): bigint {
  if (measure !== 'averageKopecks') return bigOr(own(history, measure), 0n);
  const receipts = bigOr(own(history, 'receipts'), 0n);
  return receipts === 0n ? 0n : down(bigOr(own(history, 'kopecks'), 0n), receipts);
}

function daysSinceStart({ world, promotion }: Reader): bigint {
  const starts = (promotion.when ?? []).flatMap((one) => {
    if (!('condition' in one) || one.condition !== 'date-range') return [];
    const from = textOr(one.params?.['fromDate'], null);
    return from === null ? [] : [dayNumber(from)];
  });
  if (starts.length === 0) return 0n;
  return BigInt(dayNumber(world.facts.local.date) - Math.max(...starts));
}
