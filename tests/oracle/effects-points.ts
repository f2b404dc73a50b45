import { availableOf, termsOf } from './currencies.ts';
import { bigOr, type JsonObject, objects, text, textOr, words } from './json.ts';
import { at, byCode, down, least, most, share, sum, WHOLE } from './numbers.ts';
import type { Debit, Grant } from './outcome-shape.ts';
import { ofTargets, stageOf } from './stages.ts';
import { get, type Slice } from './state.ts';
import { rebased, type Trial } from './trial.ts';
import { fieldOf } from './values.ts';

// Chapter 7.3: points. Weights are those by which the points fall on the parts.

const POINTS_MAX = 10n ** 13n;
const RATE_MAX = 100_000n;

type Given = { readonly points: bigint; readonly weights: readonly bigint[] };

export function grantsOf(trial: Trial, effect: string): Grant[] {
  if (effect === 'multiply-points') return multiplied(trial);
  const given = earned(trial, effect);
  const currencyCode = currencyOf(trial);
  if (given === null || currencyCode === null) return [];
  return [grant(trial, currencyCode, given)].filter(({ points }) => points > 0n);
}

function earned(trial: Trial, effect: string): Given | null {
  switch (effect) {
    case 'earn-percent':
      return percent(trial);
    case 'earn-per-amount': {
      const base = baseOf(trial);
      const steps = down(sum(base), bigOr(trial.params['perKopecks'], 1n));
      return { points: fieldOf(trial.params['points'], trial.reader) * steps, weights: base };
    }
    case 'earn-fixed':
      return fixed(trial);
    case 'earn-bands':
      return bands(trial);
    default:
      return null;
  }
}

function grant(trial: Trial, currencyCode: string, { points, weights }: Given): Grant {
  const bounded = least(points, POINTS_MAX);
  const used = [weights, grossOf(trial), trial.milli].find((list) => sum(list) > 0n) ?? weights;
  return {
    effectNo: trial.effectNo,
    currencyCode,
    isMultiplied: false,
    weights: used,
    terms: trial.params,
    points: bounded,
    byPart: share(bounded, used),
  };
}

/** The money that points are given on: a stage of the targets, less what a threshold keeps. */
function baseOf(trial: Trial): bigint[] {
  const stage = stageOf(
    trial.world,
    textOr(trial.params['base'], 'payable'),
    words(trial.params['methods']),
  );
  return rebased(
    trial,
    trial.picks.map((pick) => ofTargets(pick, stage)),
  );
}

function grossOf(trial: Trial): bigint[] {
  return trial.picks.map((pick) => ofTargets(pick, (slice) => get(slice, 'G')));
}

function percent(trial: Trial): Given {
  const base = baseOf(trial);
  const money = base.map((amount, i) => {
    const rate = least(RATE_MAX, fieldOf(trial.params['rateBasisPoints'], lineReader(trial, i)));
    return amount * rate;
  });
  return { points: asPoints(trial, sum(money)), weights: money };
}

/** Kopecks × basis points as points of the currency. */
function asPoints(trial: Trial, money: bigint): bigint {
  const { num, den } = termsOf(trial.world.facts, currencyOf(trial) ?? '').kopecksPerPoint;
  return num === 0n ? 0n : down(money * den, WHOLE * num);
}

function fixed(trial: Trial): Given {
  const { parts, params, selection, milli } = trial;
  const per = textOr(params['per'], 'receipt');
  const points = (i: number): bigint => fieldOf(params['points'], lineReader(trial, i));
  const whole = (): bigint => fieldOf(params['points'], trial.reader);
  if (per === 'unit') {
    const money = parts.map((part, i) => points(i) * BigInt(part.targets.length));
    return { points: sum(money), weights: money };
  }
  if (per === 'kilogram') {
    const money = parts.map((_, i) => points(i) * at(milli, i));
    return { points: down(sum(money), 1000n), weights: money };
  }
  const picked = parts.filter((part) => part.targets.length > 0);
  const counts: Record<string, number> = {
    receipt: 1,
    sku: new Set(picked.map((part) => part.slice.line.sku)).size,
    line: new Set(picked.map((part) => part.slice.line.lineNo)).size,
    set: picked.length === 0 ? 0 : selection.sets,
  };
  return { points: whole() * BigInt(counts[per] ?? 0), weights: baseOf(trial) };
}

function bands(trial: Trial): Given {
  const base = baseOf(trial);
  const all = sum(base);
  const rows = objects(trial.params['bands']).map((row) => ({
    from: bigOr(row['from'], 0n),
    rate: fieldOf(row['rateBasisPoints'], trial.reader),
  }));
  const money = rows.map(({ from, rate }, i) => {
    const to = rows[i + 1]?.from ?? most(all, from);
    return most(0n, least(all, to) - from) * rate;
  });
  return { points: asPoints(trial, sum(money)), weights: base };
}

function multiplied(trial: Trial): Grant[] {
  const { world, params } = trial;
  const field = textOr(params['mode'], 'add') === 'add' ? 'E' : trial.field === 'P' ? 'Q' : 'H';
  const named = textOr(params['currencyCode'], null);
  const known = world.state.slices.flatMap((slice) => currenciesOn(slice, field));
  const codes = named === null ? [...new Set(known)].sort(byCode) : [named];
  const factor = fieldOf(params['factorHundredths'], trial.reader);
  return codes.flatMap((currencyCode) => {
    const e = trial.picks.map((pick) =>
      ofTargets(pick, (slice) => get(slice, `${field}:${currencyCode}`)),
    );
    const points = least(POINTS_MAX, down(most(0n, factor - 100n) * sum(e), 100n));
    if (points === 0n) return [];
    const given = { points, weights: e };
    return [{ ...grant(trial, currencyCode, given), isMultiplied: true }];
  });
}

function currenciesOn(slice: Slice, field: string): string[] {
  const keys = slice.units.flatMap((unit) => [...unit.sums.keys()]);
  return keys.flatMap((key) => (key.startsWith(`${field}:`) ? [key.slice(field.length + 1)] : []));
}

/** `debit-points`; `before` is what earlier effects of the promotion take. */
export function debitOf(trial: Trial, before: readonly Debit[]): Debit | null {
  const currencyCode = currencyOf(trial);
  if (currencyCode === null) return null;
  const mine = before.filter((debit) => debit.currencyCode === currencyCode);
  const left = availablePoints(trial, currencyCode) - sum(mine.map((debit) => debit.points));
  const points = least(fieldOf(trial.params['points'], trial.reader), most(0n, left));
  return { effectNo: trial.effectNo, currencyCode, points };
}

/** The balance less what this decision has debited or redeemed. */
export function availablePoints({ world }: Pick<Trial, 'world'>, currencyCode: string): bigint {
  return (
    availableOf(world.facts, currencyCode) -
    (world.debited.get(currencyCode) ?? 0n) -
    (world.redeemed.get(currencyCode) ?? 0n)
  );
}

/** The default: the first to be redeemed, else the first that there is. */
export function currencyOf({
  world,
  params,
}: {
  world: Trial['world'];
  params: JsonObject;
}): string | null {
  const named = params['currencyCode'];
  if (named !== undefined) return text(named);
  const { redemption, currencies } = world.facts;
  const [first] = [...redemption].sort(
    (a, b) => (a.order ?? 0) - (b.order ?? 0) || byCode(a.currencyCode, b.currencyCode),
  );
  return first?.currencyCode ?? Object.keys(currencies).sort(byCode)[0] ?? null;
}

function lineReader(trial: Trial, i: number): Trial['reader'] {
  return { ...trial.reader, line: at(trial.parts, i).slice.line };
}
