import { compact, textParam, wordParam } from '../../../kit/search-params.ts';

export const ADJUSTMENT_TABS = ['waiting', 'mine', 'decided'] as const;
export type AdjustmentTab = (typeof ADJUSTMENT_TABS)[number];

/** The tab, and the adjustment that is being decided on as `mbr_…/id`. */
export type AdjustmentsSearch = { tab?: AdjustmentTab | undefined; open?: string | undefined };

export function readAdjustmentsSearch(search: Record<string, unknown>): AdjustmentsSearch {
  return compact({
    tab: wordParam(search.tab, ADJUSTMENT_TABS),
    open: textParam(search.open),
  });
}
