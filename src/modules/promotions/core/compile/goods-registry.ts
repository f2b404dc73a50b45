import { buildDemands, wantedBy } from './demands.ts';
import type { GoodsFilter, GoodsNames, GoodsRef } from './goods-filter.ts';
import { buildGoodsIndex } from './goods-index.ts';
import type { GoodsPlan } from './goods-matcher.ts';

/** Collects the goods filters of a deck while it is compiled. */
export type GoodsRegistry = {
  readonly refOf: (filter: GoodsFilter) => GoodsRef;
  /** The plan, once all filters are known. @param demanded per rule, filters that must find a name */
  readonly planOf: (demanded: readonly (readonly GoodsFilter[])[]) => GoodsPlan;
};

/** An empty registry. Equal lists of names are kept once, however many filters have them. */
export function newGoodsRegistry(): GoodsRegistry {
  const lists: GoodsNames[] = [];
  const listByText = new Map<string, number>();
  let filters = 0;
  const listOf = (names: GoodsNames | null): number => {
    if (names === null) return -1;
    const text = JSON.stringify(names);
    const known = listByText.get(text);
    if (known !== undefined) return known;
    lists.push(names);
    listByText.set(text, lists.length - 1);
    return lists.length - 1;
  };
  return {
    refOf: (filter) => {
      filters += 1;
      return { id: filters - 1, naming: listOf(filter.names), filter };
    },
    planOf: (demanded) => {
      const rules: number[] = [];
      const demandsByList: number[][] = [];
      demanded.forEach((goods, rule) => {
        for (const { names } of goods) {
          const list = listOf(names);
          if (list < 0) continue;
          demandsByList[list] = [...(demandsByList[list] ?? []), rules.length];
          rules.push(rule);
        }
      });
      const demands = buildDemands(rules, demanded.length);
      return {
        index: buildGoodsIndex(lists),
        filters,
        wantedBy: lists.map((_, list) => wantedBy(demands, demandsByList[list] ?? [])),
        demands,
      };
    },
  };
}
