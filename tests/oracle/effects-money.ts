import { bigOr, textOr } from './json.ts';
import { at, down, fit, head, least, most, near, sum, up, WHOLE } from './numbers.ts';
import { ordered } from './selection.ts';
import { get, total } from './state.ts';
import type { Trial } from './trial.ts';
import { fieldOf } from './values.ts';

// Chapter 7.2: what one effect takes off each part, before the room of the promotion as a whole.

type Discounts = readonly bigint[];

const MONEY: Readonly<Record<string, (trial: Trial) => Discounts>> = {
  'percent-off': percentOff,
  'amount-off': amountOff,
  'receipt-amount-off': (trial) => {
    const each = bigOr(trial.params['perEachKopecks'], null);
    const times = each === null ? 1n : down(sum(trial.base), each);
    return fit(number(trial, 'amountKopecks') * times, trial.base, trial.room);
  },
  'fixed-price': (trial) => trial.parts.map((_, i) => toPrice(trial, i)),
  'initial-price': (trial) => trial.parts.map((_, i) => toPrice(trial, i)),
  'set-price': (trial) => {
    const price = number(trial, 'priceKopecks') * BigInt(trial.selection.sets);
    return fit(most(0n, sum(trial.base) - price), trial.base, trial.room);
  },
  'gift-goods': giftGoods,
  'round-down-total': (trial) => {
    const step = bigOr(trial.params['stepKopecks'], 2n);
    const over = total(trial.world.state.slices, 'P') % step;
    return over <= sum(trial.room) ? fit(over, trial.base, trial.room) : none(trial);
  },
  'round-down-lines': (trial) => {
    const step = bigOr(trial.params['stepKopecks'], 2n);
    return byLine(trial, ({ places, lineNo }) => {
      const line = trial.world.state.slices.filter((slice) => slice.line.lineNo === lineNo);
      const over = total(line, 'P') % step;
      const room = places.map((i) => at(trial.room, i));
      const base = places.map((i) => at(trial.base, i));
      return over <= sum(room) ? fit(over, base, room) : places.map(() => 0n);
    });
  },
};

/** Null when the effect takes nothing off by its nature. */
export function discountsOf(trial: Trial, effect: string): Discounts | null {
  return MONEY[effect]?.(trial) ?? null;
}

function percentOff(trial: Trial): Discounts {
  const isDown = trial.world.settings.percentRounding === 'down';
  return byLine(trial, ({ places }) => {
    const rate = least(WHOLE, perLine(trial, 'rateBasisPoints', at(places, 0)));
    const base = places.map((i) => at(trial.base, i));
    const room = places.map((i) => at(trial.room, i));
    const exact = sum(base) * rate;
    return fit(isDown ? down(exact, WHOLE) : near(exact, WHOLE), base, room);
  });
}

function amountOff(trial: Trial): Discounts {
  const { base, room, parts, selection } = trial;
  const per = textOr(trial.params['per'], 'selection');
  switch (per) {
    case 'unit':
    case 'kilogram':
      return parts.map((_, i) => {
        const off = down(perLine(trial, 'amountKopecks', i) * at(trial.milli, i), 1000n);
        return least(at(room, i), off);
      });
    case 'sku':
      return grouped(
        trial,
        (i) => at(parts, i).slice.line.sku,
        (places) =>
          fit(
            number(trial, 'amountKopecks'),
            places.map((i) => at(base, i)),
            places.map((i) => at(room, i)),
          ),
      );
    case 'set':
      return fit(number(trial, 'amountKopecks') * BigInt(selection.sets), base, room);
    default:
      return fit(number(trial, 'amountKopecks'), base, room);
  }
}

function toPrice(trial: Trial, i: number): bigint {
  const price = near(perLine(trial, 'priceKopecks', i) * at(trial.milli, i), 1000n);
  return least(at(trial.room, i), most(0n, at(trial.base, i) - price));
}

/** As `fixed-price`, for the cheapest of the targets. */
function giftGoods(trial: Trial): Discounts {
  const { parts, field, params } = trial;
  const slices = parts.map((part) => part.slice);
  const all = ordered(slices, 'cheapest-first', field);
  const left = new Map(parts.map((part) => [part.slice, part.targets.length]));
  const targets = all.filter((slice) => {
    const more = left.get(slice) ?? 0;
    left.set(slice, more - 1);
    return more > 0;
  });
  const given = targets.slice(0, Number(bigOr(params['maxUnits'], BigInt(targets.length))));
  return parts.map((part, i) => {
    const m = given.filter((slice) => slice === part.slice).length;
    const n = part.targets.length;
    const milli = sum(part.targets.slice(0, m).map((unit) => unit.milli));
    const field_ = params['priceKopecks'] ?? 0;
    const price = near(fieldOf(field_, { ...trial.reader, line: part.slice.line }) * milli, 1000n);
    const base = head(at(trial.base, i), m, n);
    const room = head(at(trial.prices, i), m, n) - head(at(trial.floors, i), m, n);
    return least(room, most(0n, base - price));
  });
}

/** `min-price`: what the floor of each part becomes, null where it stays. */
export function floorsOf(trial: Trial): (bigint | null)[] {
  return trial.parts.map((part, i) => {
    const share = bigOr(trial.params['shareBasisPoints'], null);
    const n = part.slice.units.length;
    const gross = head(get(part.slice, 'G'), part.targets.length, n);
    const wanted =
      share === null
        ? up(perLine(trial, 'priceKopecks', i) * at(trial.milli, i), 1000n)
        : up(gross * share, WHOLE);
    const floor = at(trial.floors, i);
    const raised = least(at(trial.prices, i), most(floor, wanted));
    return raised > floor ? raised : null;
  });
}

function number(trial: Trial, name: string): bigint {
  return fieldOf(trial.params[name], trial.reader);
}

function perLine(trial: Trial, name: string, i: number): bigint {
  return fieldOf(trial.params[name], { ...trial.reader, line: at(trial.parts, i).slice.line });
}

function none(trial: Trial): Discounts {
  return trial.parts.map(() => 0n);
}

/** Works the parts out group by group and puts the answers back into their places. */
function grouped(
  trial: Trial,
  keyOf: (i: number) => string,
  work: (places: readonly number[]) => readonly bigint[],
): Discounts {
  const result = trial.parts.map(() => 0n);
  const places = trial.parts.map((_, i) => i);
  for (const key of new Set(places.map(keyOf))) {
    const mine = places.filter((i) => keyOf(i) === key);
    const answers = work(mine);
    mine.forEach((i, k) => {
      result[i] = at(answers, k);
    });
  }
  return result;
}

type Line = { readonly places: readonly number[]; readonly lineNo: number };

function byLine(trial: Trial, work: (line: Line) => readonly bigint[]): Discounts {
  const lineNoOf = (i: number): number => at(trial.parts, i).slice.line.lineNo;
  return grouped(
    trial,
    (i) => String(lineNoOf(i)),
    (places) => work({ places, lineNo: lineNoOf(at(places, 0)) }),
  );
}
