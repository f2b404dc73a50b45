import { compact, textParam, wordParam } from '../../../kit/search-params.ts';

export type PromotionsSearch = { text?: string | undefined; state?: 'on' | 'off' | undefined };

export function readPromotionsSearch(search: Record<string, unknown>): PromotionsSearch {
  return compact({ text: textParam(search.text), state: wordParam(search.state, ['on', 'off']) });
}
