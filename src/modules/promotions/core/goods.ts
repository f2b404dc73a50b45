import { Type } from 'typebox';
import type { BasketLine } from './facts.ts';
import type { ParamProblem } from './param-problem.ts';
import { codesParam } from './params.ts';

/** Fields by which conditions and selectors name goods: any of the groups or SKUs, except … */
export const GOODS_PARAMS = {
  groupCodes: Type.Optional(
    codesParam({ ru: 'Группы товаров', en: 'Goods groups' }, 'goods-group'),
  ),
  skus: Type.Optional(codesParam({ ru: 'Артикулы', en: 'SKUs' }, 'goods')),
  exceptGroupCodes: Type.Optional(
    codesParam({ ru: 'Кроме групп', en: 'Except groups' }, 'goods-group'),
  ),
  exceptSkus: Type.Optional(codesParam({ ru: 'Кроме артикулов', en: 'Except SKUs' }, 'goods')),
};

/** How titles speak of these fields. */
export const GOODS_TITLE = {
  ru: 'товары[ групп {groupCodes}][ с артикулами {skus}][, кроме групп {exceptGroupCodes}][, кроме артикулов {exceptSkus}]',
  en: 'goods[ of groups {groupCodes}][ with SKUs {skus}][, except groups {exceptGroupCodes}][, except SKUs {exceptSkus}]',
};

export type GoodsParams = {
  readonly groupCodes?: readonly string[];
  readonly skus?: readonly string[];
  readonly exceptGroupCodes?: readonly string[];
  readonly exceptSkus?: readonly string[];
};

/** Names of goods of which at least one must be in the basket. */
export type GoodsNames = {
  readonly groupCodes: readonly string[];
  readonly skus: readonly string[];
};

/** Whether a line is among the goods. */
export type GoodsMatch = (line: BasketLine) => boolean;

/**
 * Makes the test for the goods that `params` name. No groups and no SKUs = all goods; a line matches
 * by its SKU or by any of its groups, and by none of the excepted ones.
 */
export function matchGoods(params: GoodsParams): GoodsMatch {
  const isNamed = anyOf(params.groupCodes, params.skus);
  const isExcepted = anyOf(params.exceptGroupCodes, params.exceptSkus);
  if (isNamed === null && isExcepted === null) return () => true;
  if (isExcepted === null) return isNamed ?? (() => true);
  if (isNamed === null) return (line) => !isExcepted(line);
  return (line) => isNamed(line) && !isExcepted(line);
}

/** The goods of which one must be there, or null when any will do. */
export function goodsNames(params: GoodsParams): GoodsNames | null {
  if (params.groupCodes === undefined && params.skus === undefined) return null;
  return { groupCodes: params.groupCodes ?? [], skus: params.skus ?? [] };
}

/** Refuses parameters that name no goods at all, where naming them is the point. */
export function goodsProblems(params: GoodsParams): readonly ParamProblem[] {
  if (GOODS_FIELDS.some((field) => params[field] !== undefined)) return [];
  const text = { ru: 'Назовите группы или артикулы.', en: 'Name groups or SKUs.' };
  return [{ field: 'groupCodes', code: 'no-goods-named', text }];
}

const GOODS_FIELDS = ['groupCodes', 'skus', 'exceptGroupCodes', 'exceptSkus'] as const;

function anyOf(
  groupCodes: readonly string[] | undefined,
  skus: readonly string[] | undefined,
): GoodsMatch | null {
  if (groupCodes === undefined && skus === undefined) return null;
  const groupSet = new Set(groupCodes);
  const skuSet = new Set(skus);
  return (line) => {
    if (skuSet.has(line.sku)) return true;
    for (const code of line.groupCodes) if (groupSet.has(code)) return true;
    return false;
  };
}
