import type { JsonObject } from './json.ts';
import { least, most, share, sum } from './numbers.ts';
import type { Part } from './outcome-shape.ts';
import type { Promotion } from './rules.ts';
import { ofTargets } from './stages.ts';
import { type Field, get } from './state.ts';
import type { Pick as Picked, Reader, Selection, World } from './world.ts';

/** One effect of one promotion about to be worked out. Lists go with `parts`; without targets all is 0. */
export type Trial = {
  readonly world: World;
  readonly promotion: Promotion;
  readonly selection: Selection;
  readonly picks: readonly Picked[];
  readonly parts: readonly Part[];
  /** The base amounts are read from: B or P. */
  readonly field: Field;
  readonly base: readonly bigint[];
  readonly prices: readonly bigint[];
  readonly floors: readonly bigint[];
  /** What P may still lose; that, but no more than the base. */
  readonly whole: readonly bigint[];
  readonly room: readonly bigint[];
  readonly milli: readonly bigint[];
  readonly reader: Reader;
  readonly effectNo: number;
  readonly params: JsonObject;
};

export type Setting = Pick<Trial, 'world' | 'promotion' | 'selection' | 'field'>;

export function openTrial(
  setting: Setting,
  parts: readonly Part[],
): Omit<Trial, 'effectNo' | 'params'> {
  const { world, promotion, selection, field } = setting;
  const { picks } = selection;
  const amounts = (name: Field): bigint[] =>
    picks.map((pick) => ofTargets(pick, (slice) => get(slice, name)));
  const prices = amounts('P');
  const floors = amounts('F');
  const base = rebased({ selection }, amounts(field));
  const whole = prices.map((price, i) => most(0n, price - (floors[i] ?? 0n)));
  return {
    ...setting,
    picks,
    parts,
    base,
    prices,
    floors,
    whole,
    room: whole.map((room, i) => least(room, base[i] ?? 0n)),
    milli: parts.map((part) => sum(part.targets.map((unit) => unit.milli))),
    reader: { world, promotion, selection, line: null },
  };
}

/** What `above-threshold` leaves of the amounts. */
export function rebased({ selection }: Pick<Trial, 'selection'>, amounts: bigint[]): bigint[] {
  if (selection.threshold === 0n) return amounts;
  return share(most(0n, sum(amounts) - selection.threshold), amounts);
}
