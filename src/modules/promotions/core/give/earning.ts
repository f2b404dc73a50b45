import { Type } from 'typebox';
import { mulDivFloor, productDivFloor, type Ratio } from '#shared/ratio.ts';
import { AMOUNT_MAX } from '#shared/schema.ts';
import { defaultCurrency } from '../basket/payers.ts';
import { STAGE_PARAM, type Stage, type StageName } from '../basket/stage.ts';
import { ownFact } from '../facts.ts';
import type { ParamProblem } from '../language/param-problem.ts';
import { choice, codeParam } from '../language/params.ts';
import { STAGE_PARAMS } from '../language/stage-params.ts';
import type { Trial } from '../play/trial.ts';

/** The fields that say which money earns; absent = what is left to pay after discounts and points. */
export const BASE_PARAMS = {
  base: Type.Optional(
    Type.Union(STAGE_PARAM, choice({ ru: 'С какой суммы', en: 'Of which amount' })),
  ),
  methods: STAGE_PARAMS.methods,
};

/** The currency of points; absent = the one that pays first. */
export const CURRENCY_PARAMS = {
  currencyCode: Type.Optional(codeParam({ ru: 'Валюта', en: 'Currency' }, 'currency')),
};

/** How titles speak of these fields. */
export const CURRENCY_TITLE = { ru: '[ в валюте {currencyCode}]', en: '[ in {currencyCode}]' };
export const BASE_TITLE = { ru: '[ {base}]', en: '[ {base}]' };

type BaseParams = { readonly base?: StageName; readonly methods?: readonly string[] };

/** The stage that the fields name. */
export function baseOf({ base = 'payable', methods = [] }: BaseParams): Stage {
  return { name: base, methods };
}

/** Refuses `paid-by` without methods, and methods where nothing asks for them. */
export function baseProblems({ base, methods }: BaseParams): readonly ParamProblem[] {
  if ((base === 'paid-by') === (methods !== undefined)) return [];
  const text = {
    ru: 'Способы оплаты нужны для «оплачено способами» и только для него.',
    en: 'Means of payment are needed for paid-by, and only there.',
  };
  return [{ field: 'methods', code: 'methods-unclear', text }];
}

/** The named currency, or the usual one; undefined = there is none. */
export function currencyOf({ basket }: Trial, named: string | undefined): string | undefined {
  return named ?? defaultCurrency(basket.facts);
}

/**
 * ⌊points × count⌋ and the like; what is far above 10¹³, to which grants are cut, becomes 10¹³: a slip of
 * the hand in a promotion must not stop a till.
 * @param amount kopecks, points or units, ≥ 0
 */
export function pointsFor(amount: number | bigint, num: number, den: number): number {
  if (Number(amount) * (num / den) >= 2 * AMOUNT_MAX) return AMOUNT_MAX;
  if (typeof amount === 'number') return mulDivFloor(amount, num, den);
  return productDivFloor([amount, num], [den]);
}

/** Points that a product of factors buys in basis points, at the price of a point; at most 10¹³. */
export function pointsBought(factors: readonly (number | bigint)[], { num, den }: Ratio): number {
  if (num === 0) return 0;
  const rough = factors.map(Number).reduce((all, one) => all * one, den / num);
  if (rough >= 20_000 * AMOUNT_MAX) return AMOUNT_MAX;
  return productDivFloor([...factors, den], [10_000, num]);
}

/** What a point of the currency costs; points of a currency without a price cannot be bought. */
export function priceOfPoint({ basket }: Trial, currencyCode: string): Ratio {
  return ownFact(basket.facts.currencies, currencyCode)?.kopecksPerPoint ?? { num: 0, den: 1 };
}
