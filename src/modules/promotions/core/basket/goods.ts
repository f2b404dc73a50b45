import { type Static, Type } from 'typebox';
import type { GoodsFilter } from '../compile/goods-filter.ts';
import { type BasketLine, type Need, ownFact } from '../facts.ts';
import { compileTest, testProblems } from '../language/fact-test.ts';
import type { ParamProblem } from '../language/param-problem.ts';
import {
  CLOSED,
  codeParam,
  codesParam,
  kopecksParam,
  labelled,
  listParam,
} from '../language/params.ts';
import { testParam } from '../language/test-param.ts';
import { boundsProblems, UNBOUNDED } from './bounds.ts';
import { hasEvery, hasSome } from './lists.ts';

const TEST = testParam({ ru: 'Сравнение', en: 'Comparison' });

/** Fields by which conditions and selectors name goods: any of the named, and then all the rest. */
export const GOODS_PARAMS = {
  groupCodes: Type.Optional(
    codesParam({ ru: 'Группы товаров', en: 'Goods groups' }, 'goods-group'),
  ),
  skus: Type.Optional(codesParam({ ru: 'Артикулы', en: 'SKUs' }, 'goods')),
  brandCodes: Type.Optional(codesParam({ ru: 'Бренды', en: 'Brands' }, 'brand')),
  supplierCodes: Type.Optional(codesParam({ ru: 'Поставщики', en: 'Suppliers' }, 'supplier')),
  personalListCode: Type.Optional(
    codeParam({ ru: 'Личный список', en: 'Personal list' }, 'personal-list'),
  ),
  exceptGroupCodes: Type.Optional(
    codesParam({ ru: 'Кроме групп', en: 'Except groups' }, 'goods-group'),
  ),
  exceptSkus: Type.Optional(codesParam({ ru: 'Кроме артикулов', en: 'Except SKUs' }, 'goods')),
  attributes: Type.Optional(
    listParam(
      Type.Object(
        {
          attribute: codeParam({ ru: 'Признак товара', en: 'Attribute' }, 'goods-attribute'),
          test: TEST,
        },
        CLOSED,
      ),
      {
        label: { ru: 'Признаки товара', en: 'Attributes of the goods' },
        title: { ru: '{attribute} {test}', en: '{attribute} {test}' },
        maxItems: 20,
      },
    ),
  ),
  minPriceKopecks: Type.Optional(kopecksParam({ ru: 'Цена от', en: 'Price from' })),
  maxPriceKopecks: Type.Optional(kopecksParam({ ru: 'Цена до', en: 'Price up to' })),
  lineFlags: Type.Optional(
    codesParam({ ru: 'С пометками строки', en: 'With line flags' }, 'line-flag'),
  ),
  exceptLineFlags: Type.Optional(
    codesParam({ ru: 'Без пометок строки', en: 'Without line flags' }, 'line-flag'),
  ),
  lineParams: Type.Optional(
    listParam(
      Type.Object(
        { param: codeParam({ ru: 'Параметр строки', en: 'Param' }, 'line-param'), test: TEST },
        CLOSED,
      ),
      {
        label: { ru: 'Параметры строки', en: 'Params of the line' },
        title: { ru: '{param} {test}', en: '{param} {test}' },
        maxItems: 20,
      },
    ),
  ),
};

/** How titles speak of these fields. */
export const GOODS_TITLE = {
  ru: 'товары[ групп {groupCodes}][ с артикулами {skus}][ брендов {brandCodes}][ поставщиков {supplierCodes}][ из личного списка {personalListCode}][, кроме групп {exceptGroupCodes}][, кроме артикулов {exceptSkus}][, у которых {attributes}][, ценой от {minPriceKopecks}][, ценой до {maxPriceKopecks}][, с пометками {lineFlags}][, без пометок {exceptLineFlags}][, где {lineParams}]',
  en: 'goods[ of groups {groupCodes}][ with SKUs {skus}][ of brands {brandCodes}][ of suppliers {supplierCodes}][ of the personal list {personalListCode}][, except groups {exceptGroupCodes}][, except SKUs {exceptSkus}][, whose {attributes}][, priced from {minPriceKopecks}][, priced up to {maxPriceKopecks}][, flagged {lineFlags}][, not flagged {exceptLineFlags}][, where {lineParams}]',
};

/** A filter that stands as one field, in the parts of a set. */
export const FILTER_PARAM = Type.Object(GOODS_PARAMS, {
  ...CLOSED,
  'x-unit': 'object',
  'x-title': GOODS_TITLE,
  ...labelled({ ru: 'Товары', en: 'Goods' }),
});

const GoodsShape = Type.Object(GOODS_PARAMS);
export type GoodsParams = Static<typeof GoodsShape>;

type LineDemand = (line: BasketLine) => boolean;

/**
 * Makes the filter for the goods that `params` name: a line is in when it has any of the names (or stands
 * on the personal list), none of the excepted ones, and every other demand holds. Nothing named = all.
 */
export function compileFilter(params: GoodsParams): GoodsFilter {
  const demands = [exceptedBy(params), ...demandsOf(params)].filter((demand) => demand !== null);
  return {
    names: namesOf(params),
    personalListCode: params.personalListCode ?? null,
    rest: allOf(demands),
  };
}

/** Whether a filter asks for nothing, so that every line is in. */
export function isAllGoods({ names, personalListCode, rest }: GoodsFilter): boolean {
  return names === null && personalListCode === null && rest === null;
}

/** What a filter looks at. */
export function goodsNeeds({ personalListCode }: GoodsParams): readonly Need[] {
  return personalListCode === undefined
    ? ['lines']
    : ['lines', `personal-list:${personalListCode}`];
}

/** What is wrong with a filter that fits its shape: crossed prices, tests that lack their values. */
export function goodsProblems(params: GoodsParams): readonly ParamProblem[] {
  return [
    ...boundsProblems(params, 'minPriceKopecks', 'maxPriceKopecks'),
    ...(params.attributes ?? []).flatMap(({ test }, i) =>
      testProblems(test, `attributes/${i}/test`),
    ),
    ...(params.lineParams ?? []).flatMap(({ test }, i) =>
      testProblems(test, `lineParams/${i}/test`),
    ),
  ];
}

/** Refuses a filter that says nothing at all, where saying something is the point. */
export function unnamedGoodsProblems(params: GoodsParams): readonly ParamProblem[] {
  if (!isAllGoods(compileFilter(params))) return [];
  const text = { ru: 'Назовите товары.', en: 'Name the goods.' };
  return [{ field: 'groupCodes', code: 'no-goods-named', text }];
}

function namesOf({
  groupCodes,
  skus,
  brandCodes,
  supplierCodes,
}: GoodsParams): GoodsFilter['names'] {
  if ((groupCodes ?? skus ?? brandCodes ?? supplierCodes) === undefined) return null;
  return {
    groupCodes: groupCodes ?? [],
    skus: skus ?? [],
    brandCodes: brandCodes ?? [],
    supplierCodes: supplierCodes ?? [],
  };
}

function allOf(demands: readonly LineDemand[]): LineDemand | null {
  const [first, second] = demands;
  if (first === undefined || second === undefined) return first ?? null;
  return (line) => {
    for (const demand of demands) if (!demand(line)) return false;
    return true;
  };
}

function exceptedBy({ exceptGroupCodes, exceptSkus }: GoodsParams): LineDemand | null {
  if (exceptGroupCodes === undefined && exceptSkus === undefined) return null;
  const groups = new Set(exceptGroupCodes);
  const skus = new Set(exceptSkus);
  return (line) => {
    if (skus.has(line.sku)) return false;
    for (const code of line.groupCodes) if (groups.has(code)) return false;
    return true;
  };
}

function demandsOf(params: GoodsParams): readonly LineDemand[] {
  const { minPriceKopecks = 0, maxPriceKopecks = UNBOUNDED } = params;
  const demands: LineDemand[] = [];
  if (params.minPriceKopecks !== undefined || params.maxPriceKopecks !== undefined) {
    demands.push(
      (line) => line.priceKopecks >= minPriceKopecks && line.priceKopecks <= maxPriceKopecks,
    );
  }
  for (const { attribute, test } of params.attributes ?? []) {
    const { holds } = compileTest(test);
    demands.push((line) => holds(ownFact(line.attributes, attribute)));
  }
  for (const { param, test } of params.lineParams ?? []) {
    const { holds } = compileTest(test);
    demands.push((line) => holds(ownFact(line.params, param)));
  }
  const { lineFlags, exceptLineFlags } = params;
  if (lineFlags !== undefined) demands.push((line) => hasEvery(line.flags, lineFlags));
  if (exceptLineFlags !== undefined) demands.push((line) => !hasSome(line.flags, exceptLineFlags));
  return demands;
}
