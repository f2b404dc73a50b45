import { Type } from 'typebox';
import { divFloor } from '#shared/ratio.ts';
import { AMOUNT_MAX } from '#shared/schema.ts';
import { type Stage, sumOfSelection } from '../basket/stage.ts';
import type { CompileContext } from '../compile/compile-context.ts';
import type { ParamProblem } from '../language/param-problem.ts';
import { choice, kopecksParam, optionParam, optionsOf } from '../language/params.ts';
import type { Trial } from '../play/trial.ts';
import { compileValue } from '../value/compile-value.ts';
import type { Value } from '../value/value.ts';
import { valueParam } from '../value/value-param.ts';

const PER = optionsOf(
  optionParam('set', { ru: 'за каждый набор', en: 'for each set' }),
  optionParam('unit', { ru: 'за каждую единицу', en: 'for each unit' }),
  optionParam('step', { ru: 'за каждую ступень суммы', en: 'for each step of the sum' }),
);

/** Fields of an effect that gives several of a thing: how many, and for each what. */
export const QUANTITY_PARAMS = {
  quantity: Type.Optional(
    valueParam('count', { ru: 'Сколько', en: 'How many' }, { minimum: 1, maximum: 1_000_000 }),
  ),
};
export const PER_PARAMS = {
  per: Type.Optional(Type.Union(PER, choice({ ru: 'За что', en: 'For each' }))),
  perKopecks: Type.Optional(kopecksParam({ ru: 'Ступень суммы', en: 'Step of the sum' }, 1)),
};

/** How titles speak of these fields. */
export const QUANTITY_TITLE = {
  ru: '[ × {quantity}][ {per}][ {perKopecks}]',
  en: '[ × {quantity}][ {per}][ {perKopecks}]',
};

type QuantityParams = {
  readonly quantity?: Value;
  readonly per?: (typeof PER)[number]['const'];
  readonly perKopecks?: number;
};

/** How many; 0 = none at all. */
export type Quantity = (trial: Trial) => number;

/** Makes the number ready to be worked out: quantity × sets, units or full steps of the selection. */
export function compileQuantity(params: QuantityParams, context: CompileContext): Quantity {
  const { quantity = 1, per, perKopecks = AMOUNT_MAX } = params;
  const each = compileValue(quantity, context);
  const { fixed } = each;
  if (per === undefined && fixed !== null) return () => fixed;
  return (trial) => {
    const one = fixed ?? Math.max(0, each.at(trial.basket, trial.selection, -1));
    return Math.min(AMOUNT_MAX, one * timesOf(trial, per, perKopecks));
  };
}

const NOW: Stage = { name: 'after-discounts', methods: [] };

function timesOf(trial: Trial, per: QuantityParams['per'], perKopecks: number): number {
  const { basket, selection } = trial;
  if (per === undefined) return 1;
  if (per === 'set') return selection.sets;
  if (per === 'unit') return selection.targetUnits;
  return divFloor(sumOfSelection(basket, NOW, selection), perKopecks);
}

/** Refuses a step without its size, and a size without a step. */
export function quantityProblems({ per, perKopecks }: QuantityParams): readonly ParamProblem[] {
  if ((per === 'step') === (perKopecks !== undefined)) return [];
  const text =
    perKopecks === undefined
      ? { ru: 'Назовите ступень суммы.', en: 'Name the step of the sum.' }
      : { ru: 'Ступень нужна только для «step».', en: 'Only per step needs it.' };
  return [{ field: 'perKopecks', code: 'step-without-size', text }];
}
